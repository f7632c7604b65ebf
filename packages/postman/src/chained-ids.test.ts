import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { chainedIdsOf, idVariables } from "./chained-ids.ts";

const document = await readDocument();

test("what the links of an operation pass on is found once, with the way to it", () => {
  const chained = operationsOf(document).map((operation) => [
    operation.operationId,
    chainedIdsOf(operation),
  ]);
  expect(Object.fromEntries(chained)).toMatchObject({
    send: [{ variable: "messageId", path: ["messageId"] }],
    sendBulk: [{ variable: "batchId", path: ["batchId"] }],
    getBalance: [],
  });
});

test("each id is a variable with the document's example, which the answer to a send has too", () => {
  const values = idVariables(document).map(({ key, value }) => [key, value]);
  const answers = operationsOf(document)
    .filter((operation) => chainedIdsOf(operation).length > 0)
    .map(({ responses }) => examplesOf(responses["200"])[0]?.[1].value);
  expect(values).toHaveLength(answers.length);
  for (const [index, [key, value]] of values.entries()) {
    expect(answers[index]).toHaveProperty(String(key), value);
  }
});

test("a link that takes its value from elsewhere is refused", () => {
  const responses = {
    "200": { links: { next: { parameters: { messageId: "$request.query.id" } } } },
  };
  expect(() => chainedIdsOf({ responses })).toThrow("The link $request.query.id must begin with");
});

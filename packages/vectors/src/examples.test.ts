import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { errorCodes, operations } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { exampleVectors } from "./examples.ts";

const document = await readDocument();
const vectors = exampleVectors(document);
const named = (name: string) => vectors.find((vector) => vector.name === name);

test("every example of an answer is one, each operation and code among them", () => {
  const examples = operationsOf(document).flatMap(({ responses }) =>
    Object.values(responses).flatMap(examplesOf),
  );
  expect(vectors).toHaveLength(examples.length);
  const answered = vectors.filter(({ value }) => value).map(({ operation }) => operation);
  expect(new Set(answered)).toEqual(new Set(Object.keys(operations)));
  expect(new Set(vectors.flatMap(({ error }) => error?.code ?? []))).toEqual(
    new Set(Object.keys(errorCodes)),
  );
});

test("an answer has the arguments of its pair, its state and what is the server's own", () => {
  expect(named("send 200 otp")).toMatchObject({
    arguments: { templateId: "1007161234567890125" },
    state: "account-ready",
    volatile: ["messageId", "queuedAt"],
    error: null,
  });
  expect(named("getStatus 200 queued")?.arguments).toEqual({ messageId: "gcm_msg_2b3c4d5e6f" });
});

test("an error has the arguments that bring it about, where an SDK can send them", () => {
  expect(named("getBatch 404 notFound")).toMatchObject({
    arguments: { batchId: "gcm_batch_000000" },
    state: "account-ready",
    error: { type: "NotFoundError", code: "NOT_FOUND" },
  });
  expect(named("send 402 insufficientCredits")?.state).toBe("no-credits");
  expect(named("send 400 invalidNumber")).toMatchObject({
    arguments: { to: "9876543210" },
    state: "account-ready",
  });
  for (const name of [
    "send 400 missingField",
    "send 401 invalidApiKey",
    "send 413 payloadTooLarge",
    "sendBulk 400 invalidNumber",
    "getBalance 400 invalidRequest",
  ])
    expect(named(name)?.state, name).toBeNull();
});

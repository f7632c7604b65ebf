import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { examples } from "./examples.ts";

const model = readModel(await readDocument());

test("a new operation has its input and its answer, and a new event its receipt", () => {
  const [send] = model.operations;
  if (!send) return expect.fail();
  const text = examples({
    ...model,
    operations: [
      ...model.operations,
      { ...send, id: "resend", parameters: ["messageId", "part"] },
      { ...send, id: "ping", request: undefined },
    ],
    fake: {
      ...model.fake,
      answers: { ping: { pong: true } },
      events: { "sms.expired": { late: 1 } },
    },
  });
  expect(text).toContain("  resend: { messageId: string; part: string; body: SendRequest; };\n");
  expect(text).toContain("  ping: object;\n");
  expect(text).toContain('  ping: SendResponse;\n} = {\n  ping: {"pong":true},\n};');
  expect(text).toContain('  "sms.expired": {"late":1},\n');
  expect(text.match(/^ {2}SendRequest,$/gm)).toHaveLength(1);
});

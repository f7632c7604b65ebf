import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { idPrefix } from "./id-prefix.ts";

const document = await readDocument();

test("ids begin as the document has them", () => {
  expect(idPrefix(document, "MessageId")).toBe("gcm_msg_");
  expect(idPrefix(document, "BatchId")).toBe("gcm_batch_");
});

test("a schema without a prefix is refused with one line", () => {
  for (const schema of ["Nothing", "PhoneNumber", "SenderId"])
    expect(() => idPrefix(document, schema)).toThrow(
      `The document does not say what a ${schema} begins with.`,
    );
});

import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { growDocument } from "./grown-document.ts";
import { readModel } from "./read-model.ts";

test("a grown document has one field more in a request, an answer and an event", async () => {
  const document = await readDocument();
  const fields = () => readModel(document).objects.map(({ name, fields }) => [name, fields.length]);
  const before = Object.fromEntries(fields());
  growDocument(document);
  expect(Object.fromEntries(fields())).toEqual({
    ...before,
    SendRequest: before.SendRequest + 1,
    SendResponse: before.SendResponse + 1,
    SmsDeliveredEvent: before.SmsDeliveredEvent + 1,
  });
});

test("a document without such an object is refused", async () => {
  const document = await readDocument();
  delete document.components.schemas.SendResponse;
  expect(() => growDocument(document)).toThrow("The document has no SendResponse");
});

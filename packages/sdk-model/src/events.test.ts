import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";
import { webhookEvents } from "@getclickmedia/sms-types";
import { beforeEach, expect, test } from "vitest";
import { readEvents, readSignature, timestampsOf } from "./events.ts";

let document: ApiDocument;
beforeEach(async () => {
  document = await readDocument();
});

test("an event that is added comes with its object and its times", () => {
  const { post } = document.webhooks["sms.failed"] ?? expect.fail();
  const schema = { properties: { expiredAt: { type: "string", format: "date-time" } } };
  document.components.schemas.SmsExpiredEvent = schema;
  document.webhooks["sms.expired"] = {
    post: {
      ...post,
      ...{ description: "Too late.\n" },
      requestBody: { content: { "application/json": { schema } } },
    },
  };
  expect(readEvents(document).map(({ name }) => name)).toEqual([
    ...Object.keys(webhookEvents),
    "sms.expired",
  ]);
  expect(readEvents(document).at(-1)).toEqual({
    name: "sms.expired",
    description: "Too late.",
    object: "SmsExpiredEvent",
  });
  expect(timestampsOf(document)).toEqual(["queuedAt", "sentAt", "deliveredAt", "expiredAt"]);
});

test("a body whose schema has no name is refused", () => {
  delete document.components.schemas.SmsQueuedEvent;
  expect(() => readEvents(document)).toThrow("The body of sms.queued needs a schema with a name.");
});

test("webhooks that nothing signs are refused", () => {
  for (const { post } of Object.values(document.webhooks)) delete post.parameters;
  expect(() => readSignature(document)).toThrow(
    "The webhooks need a header with the signature, and its pattern.",
  );
});

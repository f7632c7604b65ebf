import { readFile } from "node:fs/promises";
import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { webhooks } from "./webhooks.ts";

test("the committed file is what the spec says", async () => {
  const committed = await readFile(new URL("../generated/webhooks.ts", import.meta.url), "utf8");
  expect(webhooks(await readDocument())).toBe(committed);
});

test("an event added to the spec becomes a type, with its times", async () => {
  const document = await readDocument();
  const failed = document.webhooks["sms.failed"];
  if (!failed) return expect.fail();
  const post = structuredClone(failed.post);
  const schema = { properties: { expiredAt: { type: "string", format: "date-time" } } };
  post.requestBody.content = { "application/json": { schema } };
  document.components.schemas.SmsExpiredEvent = schema;
  document.webhooks["sms.expired"] = { post: { ...post, ...{ description: "Too late." } } };

  const text = webhooks(document);
  expect(text).toContain('"queuedAt","sentAt","deliveredAt","expiredAt"]');
  expect(text).toContain(
    '/**\n * `sms.expired`: Too late.\n */\nexport type SmsExpiredEvent = components["schemas"]["SmsExpiredEvent"];',
  );
  expect(text).toContain("\n  | SmsExpiredEvent;\n");
});

test("a body whose schema has no name is refused", async () => {
  const document = await readDocument();
  delete document.components.schemas.SmsQueuedEvent;
  expect(() => webhooks(document)).toThrow("The body of sms.queued needs a schema with a name.");
});

test("webhooks that nothing signs are refused", async () => {
  const document = await readDocument();
  for (const { post } of Object.values(document.webhooks)) delete post.parameters;
  expect(() => webhooks(document)).toThrow(
    "The webhooks need a header with the signature, and its pattern.",
  );
});

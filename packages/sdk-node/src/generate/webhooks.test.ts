import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { webhooks } from "./webhooks.ts";

test("an event that is new becomes a type, with its times and its signature", async () => {
  const model = readModel(await readDocument());
  const expired = { name: "sms.expired", description: "Too late.", object: "SmsExpiredEvent" };
  const text = webhooks({
    ...model,
    events: [...model.events, expired],
    timestampFields: ["queuedAt", "expiredAt"],
    signature: { header: "x-signed", pattern: "^[0-9]$" },
  });
  expect(text).toContain('export const signatureHeader = "x-signed" as const;');
  expect(text).toContain("export const signatureForm = /^[0-9]$/;");
  expect(text).toContain('export const timestampFields = ["queuedAt","expiredAt"] as const;');
  expect(text).toContain(
    '/**\n * `sms.expired`: Too late.\n */\nexport type SmsExpiredEvent = components["schemas"]["SmsExpiredEvent"];',
  );
  expect(text).toContain("\n  | SmsExpiredEvent;\n");
});

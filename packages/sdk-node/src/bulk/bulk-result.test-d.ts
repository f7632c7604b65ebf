import { expectTypeOf } from "vitest";
import type { BulkOutcome, BulkResult, SmsClient, SmsResponse } from "../index.ts";

declare const client: SmsClient;
declare const result: BulkResult;
declare const outcome: BulkOutcome;
const text = { message: "", senderId: "", templateId: "", type: "promotional" } as const;

// The status tells what else an outcome has.
if (outcome.status === "accepted") {
  expectTypeOf(outcome.batchId).toEqualTypeOf<string>();
  expectTypeOf(outcome).not.toHaveProperty("error");
} else if (outcome.status === "unknown") {
  expectTypeOf(outcome.batchId).toEqualTypeOf<string | undefined>();
  expectTypeOf(outcome.response).toMatchTypeOf<SmsResponse<object> | undefined>();
  expectTypeOf(outcome.error).toEqualTypeOf<Error>();
} else {
  expectTypeOf(outcome.status).toEqualTypeOf<"notAccepted">();
  expectTypeOf(outcome.error).toEqualTypeOf<Error>();
  expectTypeOf(outcome).not.toHaveProperty("batchId");
}

expectTypeOf(new Map(result)).toEqualTypeOf<Map<string, BulkOutcome>>();
expectTypeOf(client.sendBulk({ recipients: result.remaining, ...text })).toEqualTypeOf<
  Promise<BulkResult>
>();

// Anything that gives texts can be sent to, and nothing else.
const numbers = ["919000000000"] as const;
void client.sendBulk({ recipients: numbers, ...text });
void client.sendBulk({ recipients: new Set(numbers), ...text });
void client.sendBulk({ recipients: (async function* () {})(), ...text });
// @ts-expect-error Numbers are texts.
void client.sendBulk({ recipients: [919_000_000_000], ...text });
// @ts-expect-error One number is to be sent to with `send`.
void client.sendBulk({ recipients: 919_000_000_000, ...text });
// @ts-expect-error A text needs its template.
void client.sendBulk({ recipients: numbers, ...text, templateId: undefined });

import { expectTypeOf } from "vitest";
import type { BulkSendRequest, SendRequest } from "../generated/operations.ts";
import { SmsClient, type SmsClientOptions } from "../index.ts";
import { createFakeApi, signedReceipt } from "./index.ts";

const api = createFakeApi();
expectTypeOf(api.options).toExtend<SmsClientOptions>();
void new SmsClient({ ...api.options, maxRetries: 0 });

// The operation tells what else a request has.
for (const request of api.requests) {
  expectTypeOf(request.status).toEqualTypeOf<number | undefined>();
  if (request.operation === "send") expectTypeOf(request.body).toEqualTypeOf<SendRequest>();
  if (request.operation === "sendBulk") expectTypeOf(request.body).toEqualTypeOf<BulkSendRequest>();
  if (request.operation === "getBatch") expectTypeOf(request.batchId).toEqualTypeOf<string>();
  if (request.operation === "getBalance") expectTypeOf(request).not.toHaveProperty("body");
}

api.fail("GATEWAY_ERROR", { operation: "send", times: 2, retryAfter: 1 });
api.fail(502);
// @ts-expect-error There is no such code.
api.fail("GATEWAY_FAULT");
// @ts-expect-error There is no such operation.
api.fail("GATEWAY_ERROR", { operation: "sms" });
// @ts-expect-error There is no such fault.
api.breakConnection("broken");
// @ts-expect-error There is no such status.
api.setStatus("919876543210", "sent");
// @ts-expect-error There is no status.
api.setStatus("919876543210");
// @ts-expect-error What was sent is only read.
api.sent[0] = undefined;

void signedReceipt("sms.delivered", "secret", { deliveredAt: "2026-06-23T10:30:02Z" });
// @ts-expect-error A message that was delivered has no reason to have failed.
void signedReceipt("sms.delivered", "secret", { failReason: "Handset switched off" });
// @ts-expect-error There is no such event.
void signedReceipt("sms.read", "secret");

// Checked by `pnpm typecheck`; nothing here is run. A line under @ts-expect-error must not compile.
import type { KeyPrefix, keyPrefixes, Plan as PlanName } from "@getclickmedia/sms-types";
import { expectTypeOf } from "vitest";
import type {
  BalanceResponse,
  BatchStatusResponse,
  BulkResult,
  BulkSendRequest,
  CancelResponse,
  Environment,
  ErrorCode,
  Hooks,
  MessageStatus,
  MessageStatusResponse,
  Middleware,
  Plan,
  RequestEvent,
  RequestOptions,
  ResponseEvent,
  RetryEvent,
  SendRequest,
  SendResponse,
  SmsClientOptions,
  SmsPromise,
  SmsResponse,
} from "./index.ts";
import {
  RateLimitExceededError,
  SmsAbortError,
  SmsClient,
  SmsConfigurationError,
  SmsConnectionError,
  SmsError,
  SmsTimeoutError,
} from "./index.ts";

declare const client: SmsClient;
declare const text: string;

// A request: what it needs, what it may have, and nothing else.
const complete = {
  to: text,
  message: text,
  senderId: text,
  templateId: text,
  type: "transactional",
} as const;
client.send(complete);
client.send({ ...complete, unicode: true, scheduleAt: text });
client.send({ ...complete, type: "promotional" });
type Required = "to" | "message" | "senderId" | "templateId" | "type";
type Missing<Name extends Required> = Omit<SendRequest, Name> extends SendRequest ? Name : never;
expectTypeOf<Missing<"to">>().toEqualTypeOf<never>();
expectTypeOf<Missing<"message">>().toEqualTypeOf<never>();
expectTypeOf<Missing<"senderId">>().toEqualTypeOf<never>();
expectTypeOf<Missing<"templateId">>().toEqualTypeOf<never>();
expectTypeOf<Missing<"type">>().toEqualTypeOf<never>();
expectTypeOf<Pick<SendRequest, Required>>().toExtend<SendRequest>();
expectTypeOf<keyof SendRequest>().toEqualTypeOf<Required | "unicode" | "scheduleAt">();
// @ts-expect-error A field is missing.
client.send({ to: text, message: text, senderId: text, templateId: text });
// @ts-expect-error There is no such field.
client.send({ ...complete, from: text });
// @ts-expect-error The type of a message is one of two.
client.send({ ...complete, type: "otp" });
// @ts-expect-error A number is a text.
client.send({ ...complete, to: 919_876_543_210 });
// @ts-expect-error A date is given as a text.
client.send({ ...complete, scheduleAt: new Date() });
// @ts-expect-error A flag is no text.
client.send({ ...complete, unicode: "true" });
// @ts-expect-error There is something to send.
client.send();

// A bulk request: as one of the API, and the recipients may come from anywhere.
const { to: _, ...bulk } = complete;
client.sendBulk({ ...bulk, recipients: [text] });
client.sendBulk(
  { ...bulk, recipients: new Set([text]) },
  { concurrency: 2, onProgress: (counts) => counts.accepted },
);
client.sendBulk({
  ...bulk,
  recipients: (async function* () {
    yield text;
  })(),
});
client.sendBulk({} as BulkSendRequest);
expectTypeOf(client.sendBulk).returns.toEqualTypeOf<Promise<BulkResult>>();
// @ts-expect-error Recipients are texts.
client.sendBulk({ ...bulk, recipients: [919_876_543_210] });
// @ts-expect-error There are recipients.
client.sendBulk(bulk);
// @ts-expect-error There is no such field.
client.sendBulk({ ...bulk, recipients: [text], to: text });

// The other operations.
expectTypeOf(client.send).parameters.toEqualTypeOf<
  [request: SendRequest, options?: RequestOptions]
>();
expectTypeOf(client.getStatus).parameters.toEqualTypeOf<
  [messageId: string, options?: RequestOptions]
>();
expectTypeOf(client.getBatch).parameters.toEqualTypeOf<
  [batchId: string, options?: RequestOptions]
>();
expectTypeOf(client.cancelScheduled).parameters.toEqualTypeOf<
  [batchId: string, options?: RequestOptions]
>();
expectTypeOf(client.getBalance).parameters.toEqualTypeOf<[options?: RequestOptions]>();
// @ts-expect-error An id is a text.
client.getStatus(42);
// @ts-expect-error There is an id.
client.getStatus();

// What they answer.
expectTypeOf(client.send).returns.toEqualTypeOf<SmsPromise<SendResponse>>();
expectTypeOf(client.getStatus).returns.toEqualTypeOf<SmsPromise<MessageStatusResponse>>();
expectTypeOf(client.getBatch).returns.toEqualTypeOf<SmsPromise<BatchStatusResponse>>();
expectTypeOf(client.cancelScheduled).returns.toEqualTypeOf<SmsPromise<CancelResponse>>();
expectTypeOf(client.getBalance).returns.toEqualTypeOf<SmsPromise<BalanceResponse>>();
expectTypeOf(client.waitForDelivery).returns.toEqualTypeOf<Promise<MessageStatusResponse>>();
expectTypeOf(client.watchStatus(text)).toExtend<AsyncIterable<MessageStatusResponse>>();
expectTypeOf<Awaited<ReturnType<typeof client.send>>>().toEqualTypeOf<SendResponse>();
const sent = client.send(complete);
expectTypeOf(sent).toExtend<Promise<SendResponse>>();
expectTypeOf(sent.withResponse()).toEqualTypeOf<Promise<SmsResponse<SendResponse>>>();
expectTypeOf<SmsResponse<SendResponse>>().toEqualTypeOf<{
  data: SendResponse;
  status: number;
  headers: Headers;
}>();
expectTypeOf<SendResponse["credits"]>().toEqualTypeOf<number>();
expectTypeOf<BatchStatusResponse["completedAt"]>().toEqualTypeOf<string | null>();
// @ts-expect-error The data is awaited first.
sent.messageId;

// Open enums: the known values are offered, and others are taken.
type Offered<Value, Known extends string> = Extract<Value, Known>;
type Status = MessageStatusResponse["status"];
expectTypeOf<Offered<Status, MessageStatus>>().toEqualTypeOf<MessageStatus>();
expectTypeOf<SendResponse["status"]>().toEqualTypeOf<Status>();
expectTypeOf<string>().toExtend<Status>();
expectTypeOf<Offered<BalanceResponse["plan"], Plan>>().toEqualTypeOf<Plan>();
expectTypeOf<string>().toExtend<BalanceResponse["plan"]>();
type Code = Exclude<SmsError["code"], undefined>;
expectTypeOf<Offered<Code, ErrorCode>>().toEqualTypeOf<ErrorCode>();
expectTypeOf<string>().toExtend<Code>();
declare const status: Status;
if (status === "delivered" || status === "teleported") text;
// @ts-expect-error A status is a text all the same.
status === 5;

// Options of a client: all may be left out, or be undefined.
new SmsClient();
new SmsClient({ apiKey: process.env.GCM_API_KEY });
expectTypeOf<{ [Name in keyof SmsClientOptions]-?: undefined }>().toExtend<SmsClientOptions>();
expectTypeOf<SmsClientOptions["plan"]>().toEqualTypeOf<Plan | undefined>();
expectTypeOf<Plan>().toEqualTypeOf<PlanName>();
expectTypeOf<SmsClient["environment"]>().toEqualTypeOf<Environment>();
expectTypeOf<Environment>().toEqualTypeOf<(typeof keyPrefixes)[KeyPrefix]["environment"]>();
expectTypeOf<typeof globalThis.fetch>().toExtend<NonNullable<SmsClientOptions["fetch"]>>();
// @ts-expect-error There is no such option.
new SmsClient({ key: text });
// @ts-expect-error A plan is a documented one.
new SmsClient({ plan: "Free" });
// @ts-expect-error A signal is for one call.
new SmsClient({ signal: new AbortController().signal });
// @ts-expect-error Milliseconds are a number.
new SmsClient({ timeout: "1s" });
// @ts-expect-error The environment is what the key says.
client.environment = "live";

// Options of a call.
expectTypeOf<{ [Name in keyof RequestOptions]-?: undefined }>().toExtend<RequestOptions>();
expectTypeOf<keyof RequestOptions>().toEqualTypeOf<
  "timeout" | "maxRetries" | "maxRetryAfter" | "signal" | "headers"
>();
client.getBalance({
  timeout: 1,
  maxRetries: 0,
  maxRetryAfter: 1,
  signal: AbortSignal.timeout(1),
  headers: { a: "b" },
});
// @ts-expect-error A key is for a client.
client.getBalance({ apiKey: text });

// Hooks and middleware.
expectTypeOf<SmsClientOptions>().toExtend<Hooks>();
expectTypeOf<ResponseEvent>().toExtend<RequestEvent>();
expectTypeOf<RetryEvent>().toExtend<RequestEvent>();
expectTypeOf<RetryEvent["error"]>().toEqualTypeOf<SmsError>();
new SmsClient({ onRetry: async ({ error, delay }) => void (error.code && delay.toFixed()) });
const middleware: Middleware = async (request, next) => next(new Request(request));
new SmsClient({ middleware: [middleware, (request, next) => next(request)] });
// @ts-expect-error A middleware answers.
new SmsClient({ middleware: [async () => {}] });

// Errors: fields, and classes that tell apart.
declare const error: unknown;
if (error instanceof SmsError) {
  expectTypeOf(error.code).toEqualTypeOf<Code | undefined>();
  expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
  expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
  expectTypeOf(error.retryable).toEqualTypeOf<boolean>();
  expectTypeOf(error.deliveryUnknown).toEqualTypeOf<boolean>();
  expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
  expectTypeOf(error.cause).toEqualTypeOf<unknown>();
  // @ts-expect-error What happened cannot be changed.
  error.deliveryUnknown = false;
}
for (const ErrorClass of [
  RateLimitExceededError,
  SmsAbortError,
  SmsConfigurationError,
  SmsConnectionError,
  SmsTimeoutError,
])
  new ErrorClass(text, { status: 429, cause: error }) satisfies SmsError;
// @ts-expect-error There is no such detail.
new SmsError(text, { statusCode: 429 });

import {
  type BalanceResponse,
  type BatchStatusResponse,
  type BulkOutcome,
  type BulkResult,
  type BulkSendResponse,
  type CancelResponse,
  type countSegments,
  type Environment,
  type ErrorCode,
  type Fetch,
  type MessageStatus,
  type MessageStatusResponse,
  type Middleware,
  RateLimitExceededError,
  type SegmentCount,
  type SendRequest,
  type SendResponse,
  SmsClient,
  SmsConfigurationError,
  type SmsError,
  type SmsResponse,
} from "@getclickmedia/sms-sdk";
import {
  createFakeApi,
  type SentMessage,
  type SignedReceipt,
} from "@getclickmedia/sms-sdk/testing";
import {
  expressWebhook,
  fetchWebhook,
  type KnownWebhookEvent,
  type parse,
  type SmsDeliveredEvent,
  type sign,
  type verify,
  type WebhookErrorReason,
  type WebhookEvent,
} from "@getclickmedia/sms-sdk/webhooks";

// The public types as a consumer meets them. The file is compiled, not run.

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<Condition extends true> = Condition;
type Resolved<Method extends (...args: never[]) => unknown> = Awaited<ReturnType<Method>>;

export type Results = [
  Expect<Same<Resolved<SmsClient["send"]>, SendResponse>>,
  Expect<Same<Resolved<SmsClient["sendBulk"]>, BulkResult>>,
  Expect<Same<Resolved<SmsClient["getStatus"]>, MessageStatusResponse>>,
  Expect<Same<Resolved<SmsClient["getBatch"]>, BatchStatusResponse>>,
  Expect<Same<Resolved<SmsClient["cancelScheduled"]>, CancelResponse>>,
  Expect<Same<Resolved<SmsClient["getBalance"]>, BalanceResponse>>,
  Expect<Same<Resolved<SmsClient["waitForDelivery"]>, MessageStatusResponse>>,
  Expect<Same<Resolved<typeof parse>, WebhookEvent>>,
  Expect<Same<Resolved<typeof sign>, string>>,
  Expect<Same<Resolved<typeof verify>, boolean>>,
  Expect<Same<ReturnType<typeof countSegments>, SegmentCount>>,
];

export type Fields = [
  Expect<Same<SmsClient["environment"], Environment>>,
  Expect<Same<SendResponse["messageId"], string>>,
  // Known values are offered, and others are taken: the API may grow.
  Expect<Same<SendResponse["status"], MessageStatus | (string & {})>>,
  Expect<Same<BatchStatusResponse["completedAt"], string | null>>,
  Expect<Same<SmsError["code"], ErrorCode | (string & {}) | undefined>>,
  Expect<Same<SmsError["deliveryUnknown"], boolean>>,
];

export async function responses(client: SmsClient) {
  const { data, status, headers } = await client.send({} as SendRequest).withResponse();
  const answer: [SendResponse, number, Headers] = [data, status, headers];
  for await (const message of client.watchStatus(data.messageId)) {
    const followed: MessageStatusResponse = message;
    return [answer, followed];
  }
  return answer;
}

export function requests(client: SmsClient, request: SendRequest, signal: AbortSignal) {
  void client.send(request, { timeout: 1, maxRetries: 0, maxRetryAfter: 0, signal, headers: {} });
  // An environment variable may be missing, and is checked when the client is made.
  new SmsClient({ apiKey: undefined, baseUrl: undefined, timeout: undefined });
  // @ts-expect-error A required field is missing.
  void client.send({ to: request.to });
  // @ts-expect-error There is no such field.
  void client.send({ ...request, text: "" });
  // @ts-expect-error There is no such option.
  new SmsClient({ key: "" });
  // @ts-expect-error There is no such plan.
  new SmsClient({ plan: "Free" });
}

export function errors(error: unknown) {
  if (error instanceof RateLimitExceededError) {
    const seconds: number | undefined = error.retryAfter;
    return seconds;
  }
  if (error instanceof SmsConfigurationError) return error.message;
  // @ts-expect-error Of anything else nothing is known.
  return error.code;
}

export function bulkOutcomes(result: BulkResult, outcome: BulkOutcome) {
  const byRecipient: Map<string, BulkOutcome> = new Map(result);
  // @ts-expect-error What was not accepted has no batch.
  outcome.batchId;
  switch (outcome.status) {
    case "accepted": {
      const response: SmsResponse<BulkSendResponse> = outcome.response;
      return [byRecipient, outcome.batchId.length, response];
    }
    case "notAccepted":
      return outcome.error.message;
    case "unknown": {
      const batchId: string | undefined = outcome.batchId;
      return batchId;
    }
    default: {
      const none: never = outcome;
      return none;
    }
  }
}

export function receipts(event: WebhookEvent) {
  switch (event.event) {
    case "sms.delivered": {
      const delivered: SmsDeliveredEvent = event;
      return delivered.deliveredAt;
    }
    case "sms.failed":
    case "sms.rejected": {
      const reason: string = event.failReason;
      return reason;
    }
    case "sms.queued":
    case "sms.dispatched":
      return event.to;
    default: {
      // An event that is newer than the SDK.
      const field: unknown = event.anything;
      return field;
    }
  }
}

export function receivers(events: KnownWebhookEvent[], reasons: WebhookErrorReason[]) {
  const onEvent = (event: WebhookEvent) => void events.push(event as KnownWebhookEvent);
  const receive: (request: Request) => Promise<Response> = fetchWebhook({
    secret: ["old", "new"],
    onEvent,
  });
  // @ts-expect-error An event is to be handled.
  expressWebhook({ secret: "" });
  return [receive, reasons];
}

export function transport(signal: AbortSignal) {
  const middleware: Middleware = async (request, next) => {
    const response = await next(request);
    return response.ok ? response : new Response(null, { status: response.status });
  };
  const own: Fetch = fetch;
  return new SmsClient({
    fetch: (input, init) => own(input, { ...init, signal }),
    middleware: [middleware],
    sleep: async (milliseconds: number) => void milliseconds,
    onRetry: ({ attempt, delay, error, operation }) => {
      const event: [number, number, boolean, string] = [attempt, delay, error.retryable, operation];
      return void event;
    },
  });
}

export function fakes(receipt: SignedReceipt) {
  const api = createFakeApi({ credits: 1 });
  api.fail("RATE_LIMIT_EXCEEDED", { retryAfter: 1 });
  // @ts-expect-error There is no such code.
  api.fail("TOO_MANY");
  void new Request("https://localhost", receipt);
  const sent: readonly SentMessage[] = api.sent;
  return sent;
}

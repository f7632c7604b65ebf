import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { strictSchema } from "@getclickmedia/sms-strict-schema";
import { errorCodes, messageStatuses, type OperationId, plans } from "@getclickmedia/sms-types";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  GatewayError,
  InsufficientCreditsError,
  InvalidNumberError,
  InvalidRequestError,
  type Middleware,
  MissingFieldError,
  NotCancellableError,
  NotFoundError,
  RateLimitExceededError,
  SmsClient,
  SmsConnectionError,
  type SmsError,
  SmsTimeoutError,
  TemplateMismatchError,
} from "../index.ts";
import { createFakeApi, type FakeApi, type FakeApiOptions } from "./index.ts";

const document = await readDocument();
const operations = operationsOf(document);
const operationIds = operations.map(({ operationId }) => operationId as OperationId);

const otp = {
  to: "919876543210",
  message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890125",
  type: "transactional",
} as const;
const { to, ...text } = otp;
const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => `91${9_000_000_000 + index}`);

const present = "2026-06-23T10:30:00Z";
const tomorrow = "2026-06-24T09:00:00+05:30";
const yesterday = "2026-06-22T10:30:00Z";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(present) });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(options?: FakeApiOptions): { api: FakeApi; client: SmsClient } {
  const api = createFakeApi(options);
  return { api, client: new SmsClient(api.options) };
}

/** The error that a promise rejects with. */
const failure = (promise: Promise<unknown>): Promise<SmsError> =>
  promise.then(
    () => expect.unreachable("It did not fail."),
    (error: SmsError) => error,
  );

/** Calls an operation with what the documentation gives it first. */
async function callFirstExample(client: SmsClient, operation: OperationId): Promise<unknown> {
  switch (operation) {
    case "send":
      return client.send(otp);
    case "sendBulk": {
      const { stoppedBy } = await client.sendBulk({ recipients: [to], ...text });
      if (stoppedBy) throw stoppedBy;
      return undefined;
    }
    case "getStatus":
      return client.getStatus("gcm_msg_0000000001");
    case "getBatch":
      return client.getBatch("gcm_batch_000001");
    case "cancelScheduled":
      return client.cancelScheduled("gcm_batch_000001");
    case "getBalance":
      return client.getBalance();
  }
}

describe("answers", () => {
  test("a send is answered with the number, a new id, the cost, and the time", async () => {
    const { api, client } = setUp();
    expect(await client.send(otp)).toEqual({
      messageId: "gcm_msg_0000000001",
      to,
      status: "queued",
      queuedAt: present,
      credits: 1,
    });
    const long = { ...otp, to: "918765432109", message: "a".repeat(161) };
    expect(await client.send(long)).toMatchObject({
      messageId: "gcm_msg_0000000002",
      to: "918765432109",
      credits: 2,
    });
    const hindi = { ...otp, message: "आपका ऑर्डर कल पहुँचेगा। ".repeat(4), unicode: true };
    expect(await client.send(hindi)).toMatchObject({ credits: 2 });
    expect(api.sent).toEqual([
      { ...otp, messageId: "gcm_msg_0000000001", batchId: null, status: "queued", credits: 1 },
      { ...long, messageId: "gcm_msg_0000000002", batchId: null, status: "queued", credits: 2 },
      { ...hindi, messageId: "gcm_msg_0000000003", batchId: null, status: "queued", credits: 2 },
    ]);
  });

  test("a bulk send is answered with its totals, and every recipient gets a message", async () => {
    const { api, client } = setUp();
    const recipients = numbers(3);
    const result = await client.sendBulk(
      { recipients, ...text, scheduleAt: tomorrow },
      { recipientsPerRequest: 2, concurrency: 1 },
    );
    expect(result.complete).toBe(true);
    expect(result.outcomes.map((each) => "response" in each && each.response?.data)).toEqual([
      {
        batchId: "gcm_batch_000001",
        total: 2,
        queued: 2,
        failed: 0,
        scheduledAt: tomorrow,
        estimatedCredits: 2,
      },
      {
        batchId: "gcm_batch_000002",
        total: 1,
        queued: 1,
        failed: 0,
        scheduledAt: tomorrow,
        estimatedCredits: 1,
      },
    ]);
    expect(api.sent).toMatchObject([
      { to: recipients[0], messageId: "gcm_msg_0000000001", batchId: "gcm_batch_000001" },
      { to: recipients[1], messageId: "gcm_msg_0000000002", batchId: "gcm_batch_000001" },
      { to: recipients[2], messageId: "gcm_msg_0000000003", batchId: "gcm_batch_000002" },
    ]);
    expect(api.sent[2]).toEqual({
      ...otp,
      to: recipients[2],
      scheduleAt: tomorrow,
      messageId: "gcm_msg_0000000003",
      batchId: "gcm_batch_000002",
      status: "queued",
      credits: 1,
    });
  });

  test("a bulk send at once has no time, and costs as much as its messages", async () => {
    const { client } = setUp({ credits: 12 });
    const long = { ...text, message: "a".repeat(161) };
    const result = await client.sendBulk({ recipients: numbers(3), ...long });
    expect(result.outcomes).toMatchObject([
      { response: { data: { scheduledAt: null, estimatedCredits: 6 } } },
    ]);
    expect(await client.getBalance()).toMatchObject({ credits: 6 });
  });

  test("a message goes on each time that it is asked for", async () => {
    const { api, client } = setUp();
    const { messageId } = await client.send(otp);
    const message = { messageId, to, queuedAt: present, credits: 1 };
    vi.setSystemTime("2026-06-23T10:30:01.400Z");
    expect(await client.getStatus(messageId)).toEqual({ ...message, status: "queued" });
    expect(api.sent).toMatchObject([{ status: "dispatched" }]);
    vi.setSystemTime("2026-06-23T10:30:05Z");
    const dispatched = { ...message, sentAt: "2026-06-23T10:30:01Z", operator: "Jio" };
    expect(await client.getStatus(messageId)).toEqual({ ...dispatched, status: "dispatched" });
    vi.setSystemTime("2026-06-23T10:30:09Z");
    const delivered = {
      ...dispatched,
      status: "delivered",
      deliveredAt: "2026-06-23T10:30:05Z",
    };
    expect(await client.getStatus(messageId)).toEqual(delivered);
    expect(await client.getStatus(messageId)).toEqual(delivered);
    expect(api.sent).toMatchObject([{ status: "delivered" }]);
  });

  test("a message can be waited for, without waiting", async () => {
    const { api, client } = setUp();
    const { messageId } = await client.send(otp);
    expect(await client.waitForDelivery(messageId)).toMatchObject({ status: "delivered" });
    expect(api.waits).toHaveLength(2);
  });

  test("a scheduled message stays in the queue until its time", async () => {
    const { client } = setUp();
    const { messageId } = await client.send({ ...otp, scheduleAt: tomorrow });
    const error = await failure(client.waitForDelivery(messageId));
    expect(error).toBeInstanceOf(SmsTimeoutError);
    expect(error.message).toContain("the last one was: queued");
    vi.setSystemTime(tomorrow);
    expect(await client.waitForDelivery(messageId)).toMatchObject({ status: "delivered" });
  });

  test("a batch is counted, and goes on each time that it is asked for", async () => {
    const { api, client } = setUp();
    const recipients = numbers(3);
    api.setStatus(recipients[0] ?? "", "failed");
    await client.sendBulk({ recipients, ...text });
    const batchId = "gcm_batch_000001";
    const start = { batchId, total: 3, completedAt: null };
    const pending = { ...start, delivered: 0, failed: 1, pending: 2, deliveryRate: "0.0%" };
    expect(await client.getBatch(batchId)).toEqual(pending);
    expect(await client.getBatch(batchId)).toEqual(pending);
    const final = { ...start, delivered: 2, failed: 1, pending: 0, deliveryRate: "66.7%" };
    expect(await client.getBatch(batchId)).toEqual({ ...final, completedAt: present });
    vi.setSystemTime(tomorrow);
    expect(await client.getBatch(batchId)).toEqual({ ...final, completedAt: present });
  });

  test("a scheduled batch can be cancelled once, in time", async () => {
    const { api, client } = setUp({ credits: 3 });
    const recipients = numbers(3);
    await client.sendBulk({ recipients, ...text, scheduleAt: tomorrow });
    expect(await client.getBalance()).toMatchObject({ credits: 0 });
    const batchId = "gcm_batch_000001";
    expect(await client.cancelScheduled(batchId)).toEqual({ cancelled: true, batchId });
    expect(api.sent).toEqual([]);
    expect(await client.getBalance()).toMatchObject({ credits: 3 });
    const error = await failure(client.cancelScheduled(batchId));
    expect(error).toBeInstanceOf(NotCancellableError);
    expect(error.message).toBe(
      "The batch gcm_batch_000001 is not waiting for its time, and cannot be cancelled.",
    );
    expect(await failure(client.getStatus("gcm_msg_0000000001"))).toBeInstanceOf(NotFoundError);
    vi.setSystemTime("2026-06-25T10:30:00Z");
    for (let time = 0; time < 3; time++)
      expect(await client.getBatch(batchId)).toMatchObject({ pending: 3, completedAt: null });
  });

  test("a batch that has started, or was never scheduled, cannot be cancelled", async () => {
    const { api, client } = setUp();
    await client.sendBulk({ recipients: numbers(1), ...text });
    await client.sendBulk({ recipients: numbers(1), ...text, scheduleAt: tomorrow });
    vi.setSystemTime(tomorrow);
    for (const batchId of ["gcm_batch_000001", "gcm_batch_000002"])
      expect(await failure(client.cancelScheduled(batchId))).toBeInstanceOf(NotCancellableError);
    expect(api.sent).toHaveLength(2);
  });

  test("the balance falls with what is sent, and a send beyond it is refused", async () => {
    const { api, client } = setUp({ credits: 3 });
    const balance = { credits: 3, plan: "Growth", expiresAt: "2026-12-31" };
    expect(await client.getBalance()).toEqual(balance);
    await client.send({ ...otp, message: "a".repeat(161) });
    expect(await client.getBalance()).toEqual({ ...balance, credits: 1 });
    const { stoppedBy } = await client.sendBulk({ recipients: numbers(2), ...text });
    expect(stoppedBy).toBeInstanceOf(InsufficientCreditsError);
    await client.send(otp);
    expect(await failure(client.send(otp))).toBeInstanceOf(InsufficientCreditsError);
    expect(api.sent).toHaveLength(2);
  });

  test("without options the account is that of the documentation", async () => {
    const { client } = setUp();
    const [example] = examplesOf(document.paths["/account/balance"]?.get?.responses["200"]);
    expect(await client.getBalance()).toEqual(example?.[1].value);
  });

  test("every answer is as the document describes it", async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const schemas = operations.map(({ operationId, responses }) => {
      const [content] = Object.values(responses["200"]?.content ?? {});
      return [operationId, ajv.compile(strictSchema(content?.schema ?? {}))] as const;
    });
    const { api, client } = setUp();
    const answers: [string, unknown][] = [];
    const watched = new SmsClient({
      ...api.options,
      fetch: async (input, init) => {
        const response = await api.options.fetch(input, init);
        answers.push([api.requests.at(-1)?.operation ?? "", await response.clone().json()]);
        return response;
      },
    });
    for (const { name } of Object.values(messageStatuses)) {
      const { messageId } = await client.send(otp);
      api.setStatus(messageId, name);
      await watched.getStatus(messageId);
    }
    await watched.send({ ...otp, scheduleAt: tomorrow });
    await watched.sendBulk({ recipients: numbers(3), ...text });
    for (let times = 0; times < 3; times++) await watched.getBatch("gcm_batch_000001");
    await watched.sendBulk({ recipients: numbers(3), ...text, scheduleAt: tomorrow });
    await watched.cancelScheduled("gcm_batch_000002");
    await watched.getBalance();

    expect(new Set(answers.map(([operation]) => operation))).toEqual(new Set(operationIds));
    for (const [operation, answer] of answers) {
      const validate = new Map(schemas).get(operation);
      expect(validate?.(answer), `${operation}: ${JSON.stringify(validate?.errors)}`).toBe(true);
    }
  });
});

describe("refusals", () => {
  test("a request that the API would refuse is refused, and nothing is sent", async () => {
    const { api, client } = setUp();
    const send = (change: object) => failure(client.send({ ...otp, ...change }));
    expect(await send({ to: "9876543210" })).toBeInstanceOf(InvalidNumberError);
    expect(await send({ templateId: undefined })).toBeInstanceOf(MissingFieldError);
    expect(await send({ type: "otp" })).toBeInstanceOf(InvalidRequestError);
    expect(await failure(client.getStatus("gcm_batch_1"))).toBeInstanceOf(InvalidRequestError);
    expect(api.sent).toEqual([]);
    expect(api.requests).toMatchObject([
      { operation: "send", body: { to: "9876543210" }, status: 400 },
      { operation: "send", status: 400 },
      { operation: "send", body: { type: "otp" }, status: 400 },
      { operation: "getStatus", messageId: "gcm_batch_1", status: 400 },
    ]);
  });

  test("a request that a middleware has spoilt is refused", async () => {
    const { api } = setUp();
    const apiKey = { "x-api-key": api.options.apiKey };
    const failureWith = (middleware: Middleware) =>
      failure(new SmsClient({ ...api.options, middleware: [middleware] }).send(otp));
    const untyped = await failureWith(async ({ url, method, body }, next) =>
      next(new Request(url, { method, headers: apiKey, body, duplex: "half" } as RequestInit)),
    );
    expect(untyped).toBeInstanceOf(InvalidRequestError);
    expect(untyped).toMatchObject({ status: 415, deliveryUnknown: false });
    const read = await failureWith(({ url, headers }, next) => next(new Request(url, { headers })));
    expect(read).toBeInstanceOf(InvalidRequestError);
    expect(read.message).toBe("The path /v1/sms/send does not take GET. Use POST.");
    expect(read).toMatchObject({ status: 405, deliveryUnknown: false });
    expect(api.requests).toMatchObject([{ operation: "send", body: otp, status: 415 }]);
    expect(api.sent).toEqual([]);
  });

  test("what was never sent is not found", async () => {
    const { client } = setUp();
    for (const [call, message] of [
      [client.getStatus("gcm_msg_7"), "No message gcm_msg_7 was sent."],
      [client.getBatch("gcm_batch_7"), "No batch gcm_batch_7 was sent."],
      [client.cancelScheduled("gcm_batch_7"), "No batch gcm_batch_7 was sent."],
    ] as const) {
      const error = await failure(call);
      expect(error).toBeInstanceOf(NotFoundError);
      expect(error.message).toBe(message);
    }
  });

  test("a time that has passed is refused", async () => {
    const { api, client } = setUp();
    for (const scheduleAt of [yesterday, present, "2016-12-31T23:59:60Z"]) {
      const error = await failure(client.send({ ...otp, scheduleAt }));
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(error.message).toBe(
        "The field scheduleAt is in the past. Leave it out to send at once.",
      );
      const { stoppedBy } = await client.sendBulk({ recipients: [to], ...text, scheduleAt });
      expect(stoppedBy).toBeInstanceOf(InvalidRequestError);
    }
    expect(api.sent).toEqual([]);
  });

  test.each(Object.values(plans))(
    "the plan $name allows $recipientsPerRequest recipients",
    async ({ name, recipientsPerRequest }) => {
      const { api } = setUp({ plan: name });
      const client = new SmsClient({ ...api.options, plan: name });
      expect((await client.sendBulk({ recipients: numbers(10_000), ...text })).complete).toBe(true);
      const result = await client.sendBulk(
        { recipients: numbers(recipientsPerRequest + 1), ...text },
        { recipientsPerRequest: recipientsPerRequest + 1 },
      );
      expect(result.stoppedBy).toBeInstanceOf(InvalidRequestError);
      expect(result.stoppedBy?.message).toMatch(`at most ${recipientsPerRequest} items`);
      expect(await client.getBalance()).toMatchObject({ plan: name });
    },
  );
});

describe("requests", () => {
  test("are recorded in order, each with its operation and what it was given", async () => {
    const { api, client } = setUp();
    await client.send(otp, { headers: { "X-Trace": "7" } });
    await client.sendBulk({ recipients: [to], ...text });
    await client.getStatus("gcm_msg_0000000001");
    await client.getBatch("gcm_batch_000001");
    await failure(client.cancelScheduled("gcm_batch_000001"));
    await client.getBalance();
    const headers = expect.objectContaining({ "x-api-key": api.options.apiKey });
    expect(api.requests).toEqual([
      {
        operation: "send",
        body: otp,
        headers: expect.objectContaining({ "x-trace": "7", "content-type": "application/json" }),
        status: 200,
      },
      { operation: "sendBulk", body: { recipients: [to], ...text }, headers, status: 200 },
      { operation: "getStatus", messageId: "gcm_msg_0000000001", headers, status: 200 },
      { operation: "getBatch", batchId: "gcm_batch_000001", headers, status: 200 },
      { operation: "cancelScheduled", batchId: "gcm_batch_000001", headers, status: 409 },
      { operation: "getBalance", headers, status: 200 },
    ]);
  });

  test("may come through middleware, and to another base URL", async () => {
    const { api } = setUp();
    const client = new SmsClient({
      ...api.options,
      baseUrl: "http://127.0.0.1:4010/v1/",
      middleware: [(request, next) => next(request)],
    });
    expect(await client.send(otp)).toMatchObject({ to });
  });

  test("to what the API does not have are told so, and are not recorded", async () => {
    const { api } = setUp();
    const client = new SmsClient({ ...api.options, baseUrl: "https://api.getclickmedia.com/v2" });
    const error = await failure(client.send(otp));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error.message).toBe(
      "There is no operation POST /v2/sms/send. Check baseUrl, which ends in /v1.",
    );
    expect(api.requests).toEqual([]);
  });

  test("that were aborted before are not accepted", async () => {
    const { api } = setUp();
    const reason = new Error("the user left");
    const controller = new AbortController();
    const client = new SmsClient({
      ...api.options,
      middleware: [
        (request, next) => {
          controller.abort(reason);
          return next(request);
        },
      ],
    });
    await failure(client.send(otp, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    expect(api.sent).toEqual([]);
    expect(api.requests).toEqual([]);
  });

  test("in great number are no matter", async () => {
    const { api, client } = setUp();
    const result = await client.sendBulk({ recipients: numbers(40_000), ...text });
    expect(result.complete).toBe(true);
    expect(new Set(api.sent.map(({ messageId }) => messageId)).size).toBe(40_000);
    expect(await client.getBalance()).toMatchObject({ credits: 8_250 });
  });
});

describe("setStatus", () => {
  test("of a message counts at once, and for good", async () => {
    const { api, client } = setUp();
    const { messageId } = await client.send(otp);
    api.setStatus(messageId, "rejected");
    expect(api.sent).toMatchObject([{ status: "rejected" }]);
    for (let times = 0; times < 2; times++)
      expect(await client.getStatus(messageId)).toEqual({
        messageId,
        to,
        status: "rejected",
        queuedAt: present,
        sentAt: present,
        operator: "Airtel",
        failReason: "Template not approved for this header",
        credits: 1,
      });
  });

  test("of several lets the message go from one to the next", async () => {
    const { api, client } = setUp();
    const { messageId } = await client.send({ ...otp, scheduleAt: tomorrow });
    api.setStatus(messageId, "queued", "queued", "dispatched", "failed");
    const seen: string[] = [];
    for await (const { status } of client.watchStatus(messageId)) seen.push(status);
    expect(seen).toEqual(["queued", "dispatched", "failed"]);
    expect(await client.getStatus(messageId)).toMatchObject({ status: "failed" });
  });

  test("of a number counts for its messages, those that are there and those to come", async () => {
    const { api, client } = setUp();
    const first = await client.send(otp);
    const other = await client.send({ ...otp, to: "918765432109" });
    api.setStatus(to, "queued");
    const second = await client.send(otp);
    for (const { messageId } of [first, second])
      expect(await failure(client.waitForDelivery(messageId))).toBeInstanceOf(SmsTimeoutError);
    expect(await client.waitForDelivery(other.messageId)).toMatchObject({ status: "delivered" });
  });

  test("of something unknown is refused", async () => {
    const { api, client } = setUp();
    await client.send(otp);
    expect(() => api.setStatus("gcm_msg_7", "failed")).toThrow(
      new TypeError("gcm_msg_7 is no phone number, and no message that was sent."),
    );
    expect(() => api.setStatus(to, "expired" as "failed")).toThrow(
      new TypeError(
        "The status must be one of delivered, queued, dispatched, failed, rejected, and is expired.",
      ),
    );
    expect(() => api.setStatus(to, ...([] as unknown as ["failed"]))).toThrow(
      new TypeError("setStatus needs a status."),
    );
    expect(api.sent).toMatchObject([{ status: "queued" }]);
  });
});

describe("fail", () => {
  const documented = operations.flatMap((operation) =>
    Object.values(errorCodes)
      .filter(({ name, status }) =>
        examplesOf(operation.responses[String(status)]).some(
          ([, { value }]) => (value as { error: { code: string } }).error.code === name,
        ),
      )
      .map(({ name }) => [operation.operationId as OperationId, name] as const),
  );

  test.each(documented)("%s can fail with %s, as documented", async (operation, code) => {
    const { api } = setUp();
    const client = new SmsClient({ ...api.options, maxRetries: 0 });
    api.fail(code, { operation });
    const error = await failure(callFirstExample(client, operation));
    const { status } = errorCodes[code];
    const located = operations.find(({ operationId }) => operationId === operation);
    const bodies = examplesOf(located?.responses[String(status)]).map(([, { value }]) => value);
    const { message, requestId } = error;
    expect(bodies).toContainEqual({ error: { code, message, requestId } });
    expect(error).toMatchObject({ code, status, deliveryUnknown: false });
    expect(api.requests).toMatchObject([{ operation, status }]);
    expect(api.sent).toEqual([]);
    expect(api.pendingFaults).toEqual([]);
  });

  test("counts for one call, or for as many as it says", async () => {
    const { api, client } = setUp();
    api.fail("GATEWAY_ERROR");
    expect(await client.send(otp)).toMatchObject({ to });
    expect(api.requests).toMatchObject([{ status: 500 }, { status: 200 }]);
    expect(api.waits).toHaveLength(1);

    api.fail("GATEWAY_ERROR", { times: 4 });
    expect(await failure(client.send(otp))).toBeInstanceOf(GatewayError);
    expect(api.pendingFaults).toMatchObject([{ fault: "GATEWAY_ERROR", times: 1 }]);
    expect(await client.send(otp)).toMatchObject({ to });

    api.fail("GATEWAY_ERROR", { times: Number.POSITIVE_INFINITY });
    for (let times = 0; times < 5; times++)
      expect(await failure(client.send(otp))).toBeInstanceOf(GatewayError);
    expect(api.sent).toHaveLength(2);
  });

  test("may ask the client to wait", async () => {
    const { api, client } = setUp();
    api.fail("RATE_LIMIT_EXCEEDED", { retryAfter: 30 });
    api.fail("RATE_LIMIT_EXCEEDED");
    await client.send(otp);
    expect(api.waits).toEqual([30_000, 1_000]);
    api.fail("RATE_LIMIT_EXCEEDED", { retryAfter: 61 });
    const error = await failure(client.send(otp));
    expect(error).toBeInstanceOf(RateLimitExceededError);
    expect(error.retryAfter).toBe(61);
  });

  test("meets the next call that can, in the order in which it was asked for", async () => {
    const { api, client } = setUp();
    api.fail("TEMPLATE_MISMATCH", { operation: "sendBulk" });
    api.fail("TEMPLATE_MISMATCH");
    api.fail("ROUTE_FORBIDDEN", { operation: "send" });
    expect(api.pendingFaults).toEqual([
      { fault: "TEMPLATE_MISMATCH", operations: ["sendBulk"], times: 1 },
      { fault: "TEMPLATE_MISMATCH", operations: ["send", "sendBulk"], times: 1 },
      { fault: "ROUTE_FORBIDDEN", operations: ["send"], times: 1 },
    ]);
    await client.getBalance();
    expect(await failure(client.send(otp))).toBeInstanceOf(TemplateMismatchError);
    expect(await failure(client.send(otp))).toMatchObject({ code: "ROUTE_FORBIDDEN" });
    await client.send(otp);
    expect(api.pendingFaults).toHaveLength(1);
  });

  test("leaves a request that is wrong to be refused as such", async () => {
    const { api, client } = setUp();
    api.fail("GATEWAY_ERROR");
    expect(await failure(client.send({ ...otp, to: "" }))).toBeInstanceOf(InvalidNumberError);
    expect(api.pendingFaults).toHaveLength(1);
  });

  test("may be a bare status, as of a proxy", async () => {
    const { api, client } = setUp();
    api.fail(502);
    const error = await failure(client.send(otp));
    expect(error.name).toBe("SmsError");
    expect(error).toMatchObject({ status: 502, code: undefined, deliveryUnknown: true });
    expect(api.sent).toEqual([]);

    api.fail(503, { operation: "getBalance", retryAfter: 5 });
    await client.send(otp);
    await client.getBalance();
    expect(api.waits).toEqual([5000]);
    api.fail(503, { operation: "getBalance", retryAfter: 0 });
    await client.getBalance();
    expect(api.waits).toEqual([5000, 0]);
    for (const status of [300, 304, 599]) {
      api.fail(status);
      expect(await failure(client.send(otp))).toMatchObject({ status });
    }
  });

  test.each([
    [
      "NO_SUCH_CODE",
      {},
      /^The error code must be one of .*GATEWAY_ERROR.*, and is NO_SUCH_CODE\.$/,
    ],
    [200, {}, "The HTTP status of a failure is a whole number from 300 to 599."],
    [299, {}, "The HTTP status of a failure is a whole number from 300 to 599."],
    [600, {}, "The HTTP status of a failure is a whole number from 300 to 599."],
    [500.5, {}, "The HTTP status of a failure is a whole number from 300 to 599."],
    [503, { retryAfter: -1 }, "retryAfter must be 0 or a whole number of seconds."],
    [503, { retryAfter: 0.5 }, "retryAfter must be 0 or a whole number of seconds."],
    ["GATEWAY_ERROR", { times: 0 }, "times must be a whole number above 0, or Infinity."],
    ["GATEWAY_ERROR", { times: 1.5 }, "times must be a whole number above 0, or Infinity."],
    ["GATEWAY_ERROR", { times: Number.NaN }, "times must be a whole number above 0, or Infinity."],
    [
      "GATEWAY_ERROR",
      { operation: "sent" },
      "The operation that meets GATEWAY_ERROR must be one of send, sendBulk, getStatus, getBatch, cancelScheduled, getBalance, and is sent.",
    ],
    [
      "NOT_CANCELLABLE",
      { operation: "send" },
      "The operation that meets NOT_CANCELLABLE must be one of cancelScheduled, and is send.",
    ],
  ])("%j with %j is refused", (error, options, message) => {
    const { api } = setUp();
    expect(() => api.fail(error as 500, options as object)).toThrow(TypeError);
    expect(() => api.fail(error as 500, options as object)).toThrow(message);
    expect(api.pendingFaults).toEqual([]);
  });
});

describe("breakConnection", () => {
  test.each([
    ["refused", "connect ECONNREFUSED", { syscall: "connect", code: "ECONNREFUSED" }],
    ["reset", "read ECONNRESET", { syscall: "read", code: "ECONNRESET" }],
  ] as const)("%s: fetch fails as it does in Node", async (fault, message, details) => {
    const { api, client } = setUp();
    api.breakConnection(fault, { times: 3 });
    const { cause } = await failure(client.getBalance());
    expect(cause).toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { message, ...details },
    });
  });

  test("refused: nothing was sent, and the client tries again", async () => {
    const { api, client } = setUp();
    api.breakConnection("refused");
    expect(await client.send(otp)).toMatchObject({ to });
    expect(api.requests).toMatchObject([{ status: undefined }, { status: 200 }]);
    expect(api.sent).toHaveLength(1);
    api.breakConnection("refused", { times: 3 });
    const error = await failure(client.send(otp));
    expect(error).toBeInstanceOf(SmsConnectionError);
    expect(error).toMatchObject({ deliveryUnknown: false, retryable: true });
    expect(error.message).toContain("ECONNREFUSED");
  });

  test.each([
    ["reset", SmsConnectionError, undefined],
    ["timeout", SmsTimeoutError, undefined],
    ["cutOff", SmsConnectionError, 200],
  ] as const)("%s: the message may have been accepted, and was", async (fault, type, status) => {
    const { api, client } = setUp();
    for (const [options, accepted] of [
      [undefined, 1],
      [{ accepted: true }, 1],
      [{ accepted: false }, 0],
    ] as const) {
      api.breakConnection(fault, options);
      const error = await failure(client.send(otp));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ deliveryUnknown: true, retryable: false });
      expect(api.sent).toHaveLength(accepted);
      expect(api.requests).toMatchObject([{ operation: "send", status }]);
      api.reset();
    }
  });

  test("a read is simply asked again", async () => {
    const { api, client } = setUp();
    for (const fault of ["refused", "reset", "timeout", "cutOff"] as const) {
      api.breakConnection(fault, { operation: "getBalance" });
      expect(await client.getBalance()).toMatchObject({ plan: "Growth" });
    }
    expect(api.requests).toHaveLength(8);
    expect(api.pendingFaults).toEqual([]);
  });

  test("a bulk send tells who may have been reached", async () => {
    const { api, client } = setUp();
    api.breakConnection("reset", { operation: "sendBulk" });
    const result = await client.sendBulk(
      { recipients: numbers(4), ...text },
      { recipientsPerRequest: 2, concurrency: 1 },
    );
    expect(result.counts).toEqual({ accepted: 0, notAccepted: 2, unknown: 2 });
    expect(api.sent.map((message) => message.to)).toEqual(numbers(2));
  });

  test("an answer that is cut off breaks off in its middle", async () => {
    const { api } = setUp();
    api.breakConnection("cutOff");
    const { fetch, apiKey } = api.options;
    const url = "https://api.getclickmedia.com/v1/account/balance";
    const response = await fetch(url, { headers: { "x-api-key": apiKey } });
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('{"credits":48250,"plan":"Grow');
    await expect(reader?.read()).rejects.toMatchObject({
      cause: { syscall: "read", code: "ECONNRESET" },
    });
  });

  test("of no known kind is refused", () => {
    const { api } = setUp();
    expect(() => api.breakConnection("broken" as "reset")).toThrow(
      new TypeError(
        "The fault of a connection must be one of refused, reset, timeout, cutOff, and is broken.",
      ),
    );
    expect(() => api.breakConnection("refused", { accepted: true })).toThrow(
      new TypeError("Over a connection that is refused nothing can be accepted."),
    );
    expect(() => api.breakConnection("reset", { operation: "sent" as "send" })).toThrow(
      "The operation that meets reset must be one of send,",
    );
    expect(api.pendingFaults).toEqual([]);
  });
});

test("reset makes it as new", async () => {
  const { api, client } = setUp({ credits: 2, plan: "Starter" });
  api.setStatus(to, "failed");
  const before = await client.send(otp);
  await failure(client.waitForDelivery("gcm_msg_7"));
  api.fail("GATEWAY_ERROR");
  await client.send(otp);
  api.fail("GATEWAY_ERROR");
  api.reset();
  expect([api.requests, api.sent, api.waits, api.pendingFaults]).toEqual([[], [], [], []]);
  expect(await client.getBalance()).toMatchObject({ credits: 2, plan: "Starter" });
  expect(await client.send(otp)).toEqual(before);
  expect(await client.getStatus(before.messageId)).toMatchObject({ status: "queued" });
});

test("two of them know nothing of each other", async () => {
  const [one, other] = [setUp(), setUp()];
  await one.client.send(otp);
  expect(other.api.sent).toEqual([]);
});

test("its sleep keeps to the signal that it is given", async () => {
  const { api } = setUp();
  const reason = new Error("the user left");
  await expect(api.options.sleep(5, AbortSignal.abort(reason))).rejects.toBe(reason);
  await api.options.sleep(7, new AbortController().signal);
  expect(api.waits).toEqual([7]);
});

test("its key is a test key, with which nothing real can be sent", () => {
  const { client } = setUp();
  expect(client.environment).toBe("test");
});

test("an account may have no credits", async () => {
  const { client } = setUp({ credits: 0 });
  expect(await failure(client.send(otp))).toBeInstanceOf(InsufficientCreditsError);
});

test.each([
  [{ plan: "Free" }, "The plan must be one of Starter, Growth, Enterprise, and is Free."],
  [{ credits: -1 }, "credits must be 0 or a whole number above it."],
  [{ credits: 0.5 }, "credits must be 0 or a whole number above it."],
])("%j is refused", (options, message) => {
  expect(() => createFakeApi(options as FakeApiOptions)).toThrow(new TypeError(message));
});

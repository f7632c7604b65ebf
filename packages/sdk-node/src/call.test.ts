import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { errorCodes, operations } from "@getclickmedia/sms-types";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { answerOf, errorBody, json, refusal, requestOf, success } from "../test/api-examples.ts";
import { failureOf } from "../test/failure-of.ts";
import { apiKey, impatientClient } from "../test/impatient-client.ts";
import { type Answer, serve } from "../test/recording-server.ts";
import { closedBaseUrl } from "../test/socket-server.ts";
import { unhandledDuring } from "../test/unhandled.ts";
import type { RequestOptions } from "./call.ts";
import type { Fetch } from "./configuration.ts";
import type { SendRequest } from "./generated/operations.ts";
import { type RetryEvent, SmsClient } from "./index.ts";

const request = requestOf<SendRequest>("send");
const page = (status: number): Answer => ({ status, body: "<html>A page</html>" });
const limited = (headers?: Record<string, string>) =>
  refusal("RATE_LIMIT_EXCEEDED", undefined, headers);
const gatewayError = () => refusal("GATEWAY_ERROR");

describe("a send is repeated when nothing was accepted", () => {
  test.each<[string, Answer]>([
    ["429", limited()],
    ["429 of a proxy", page(429)],
    ["GATEWAY_ERROR with its own status", gatewayError()],
  ])("%s", async (_, answer) => {
    const { baseUrl, arrived } = await serve(answer, answer, success("send"));
    const { client, waits } = impatientClient({ baseUrl });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(3);
    expect(waits).toHaveLength(2);
    // Every attempt says the same.
    expect(new Set(arrived.map(({ body }) => body))).toEqual(new Set([JSON.stringify(request)]));
  });

  test("with what it was called with, even if that is changed meanwhile", async () => {
    const { baseUrl, arrived } = await serve(limited(), success("send"));
    const changing = { ...request };
    const onRetry = () => {
      changing.message = "another text";
    };
    await impatientClient({ baseUrl, onRetry }).client.send(changing);
    expect(arrived.map(({ body }) => body)).toEqual([
      JSON.stringify(request),
      JSON.stringify(request),
    ]);
  });
});

describe("what JSON cannot hold", () => {
  const circle = { ...request, self: {} };
  circle.self = circle;

  test.each([
    ["a BigInt", { ...request, message: 1n }],
    ["a circle", circle],
  ])("%s is refused, and nothing is sent", async (_, wrong) => {
    const { baseUrl, arrived } = await serve(success("send"));
    const { client, waits } = impatientClient({ baseUrl });
    expect(await failureOf(client.send(wrong as SendRequest))).toMatchObject({
      name: "SmsConfigurationError",
      message: "send was given what is no JSON.",
      deliveryUnknown: false,
    });
    expect([arrived, waits]).toEqual([[], []]);
  });
});

describe("a send is not repeated when it may have been accepted, or cannot go well", () => {
  test.each<[string, Answer, boolean]>([
    ["500 of a proxy", page(500), true],
    ["500 with a new code", json(500, errorBody("SOMETHING_NEW")), true],
    ["503 of a proxy", page(503), true],
    [
      "503 that asks for a repetition",
      { ...page(503), headers: { "retry-after": "1" } } as Answer,
      true,
    ],
    ["GATEWAY_ERROR with 503", refusal("GATEWAY_ERROR", 503), true],
    ["200 with a page", page(200), true],
    ["200 without the id", json(200, {}), true],
    ["204", { status: 204 }, true],
    ["408 of a proxy", page(408), true],
    ["408 of the API", refusal("INVALID_REQUEST", 408), false],
    ["400 with a new code", json(400, errorBody("SOMETHING_NEW")), false],
    ["425, which browsers repeat", page(425), false],
    ["409", page(409), false],
    ["307 to itself", { status: 307, headers: { location: operations.send.path } }, false],
  ])("%s", async (_, answer, deliveryUnknown) => {
    const { baseUrl, arrived } = await serve(answer, success("send"));
    const { client, waits } = impatientClient({ baseUrl, maxRetries: 5 });
    const error = await failureOf(client.send(request));
    expect(error).toMatchObject({ retryable: false, deliveryUnknown });
    expect(arrived).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test.each(Object.values(errorCodes).filter(({ retryable }) => !retryable))(
    "$name",
    async ({ name }) => {
      const { baseUrl, arrived } = await serve(refusal(name), success("send"));
      const error = await failureOf(impatientClient({ baseUrl }).client.send(request));
      expect(error).toMatchObject({ code: name, deliveryUnknown: false });
      expect(arrived).toHaveLength(1);
    },
  );

  // `fetch` itself repeats a request on a new connection after 421, which says that nothing was done with it.
  test("421, but once by `fetch`", async () => {
    const { baseUrl, arrived } = await serve(page(421));
    const error = await failureOf(impatientClient({ baseUrl }).client.send(request));
    expect(error).toMatchObject({ status: 421, retryable: false, deliveryUnknown: false });
    expect(arrived).toHaveLength(2);
  });

  test("and it is not forgotten after attempts that were refused", async () => {
    const { baseUrl, arrived } = await serve(limited(), gatewayError(), page(503), success("send"));
    const error = await failureOf(impatientClient({ baseUrl, maxRetries: 5 }).client.send(request));
    expect(error).toMatchObject({ status: 503, deliveryUnknown: true });
    expect(arrived).toHaveLength(3);
  });
});

describe("reads and cancels are repeated freely", () => {
  test.each<[string, Answer]>([
    ["429", limited()],
    ["429 of a proxy", page(429)],
    ["GATEWAY_ERROR", gatewayError()],
    ["GATEWAY_ERROR with 503", refusal("GATEWAY_ERROR", 503)],
    ["408", page(408)],
    ["500 of a proxy", page(500)],
    ["502 with a new code", json(502, errorBody("SOMETHING_NEW"))],
  ])("%s", async (_, answer) => {
    for (const [id, run] of [
      ["getStatus", (client: SmsClient) => client.getStatus("1")],
      ["getBatch", (client: SmsClient) => client.getBatch("1")],
      ["getBalance", (client: SmsClient) => client.getBalance()],
      ["cancelScheduled", (client: SmsClient) => client.cancelScheduled("1")],
    ] as const) {
      const { baseUrl, arrived } = await serve(answer, answer, success(id));
      await expect(run(impatientClient({ baseUrl }).client)).resolves.toEqual(answerOf(id));
      expect(arrived).toHaveLength(3);
    }
  });

  test.each<[string, Answer]>([
    ["404", refusal("NOT_FOUND")],
    ["a page instead of JSON", page(200)],
    ["a redirect", { status: 302, headers: { location: "/" } }],
  ])("but for what cannot go better: %s", async (_, answer) => {
    const { baseUrl, arrived } = await serve(answer);
    await failureOf(impatientClient({ baseUrl }).client.getStatus("1"));
    expect(arrived).toHaveLength(1);
  });
});

describe("how often and how long", () => {
  test.each([0, 1, 2, 5])("at most %d retries, then the last error", async (maxRetries) => {
    const { baseUrl, arrived } = await serve(gatewayError());
    const { client, waits } = impatientClient({ baseUrl, maxRetries });
    expect(await failureOf(client.send(request))).toMatchObject({
      name: "GatewayError",
      retryable: true,
      deliveryUnknown: false,
    });
    expect(arrived).toHaveLength(maxRetries + 1);
    expect(waits).toHaveLength(maxRetries);
  });

  test("options of the call come before those of the client", async () => {
    const { baseUrl, arrived } = await serve(limited({ "retry-after": "5" }));
    const { client, waits } = impatientClient({ baseUrl, maxRetries: 3, maxRetryAfter: 4 });
    const attempts = async (options?: RequestOptions) => {
      await failureOf(client.send(request, options));
      return arrived.splice(0).length;
    };
    expect(await attempts()).toBe(1);
    expect(await attempts({ maxRetryAfter: 5 })).toBe(4);
    expect(await attempts({ maxRetryAfter: 5, maxRetries: 1 })).toBe(2);
    expect(await attempts({ maxRetryAfter: 5, maxRetries: 0 })).toBe(1);
    expect(await attempts({ maxRetryAfter: undefined, maxRetries: undefined })).toBe(1);
    expect(new Set(waits)).toEqual(new Set([5_000]));
  });

  test("pauses grow, and are half random", async () => {
    const { baseUrl } = await serve(gatewayError());
    const random = vi.spyOn(Math, "random");
    for (const [value, expected] of [
      [0, [250, 500, 1_000]],
      [1, [500, 1_000, 2_000]],
    ] as const) {
      random.mockReturnValue(value);
      const { client, waits } = impatientClient({ baseUrl, maxRetries: 3 });
      await failureOf(client.send(request));
      expect(waits).toEqual(expected);
    }
    random.mockRestore();
  });

  test("the server's wait is kept to the millisecond", async () => {
    const { baseUrl } = await serve(
      limited({ "retry-after": "0.25" }),
      limited({ "retry-after": "60" }),
      success("send"),
    );
    const { client, waits } = impatientClient({ baseUrl });
    await client.send(request);
    expect(waits).toEqual([250, 60_000]);
  });

  test("a longer wait than is allowed is told at once", async () => {
    const { baseUrl, arrived } = await serve(limited({ "retry-after": "61" }));
    const { client, waits } = impatientClient({ baseUrl });
    expect(await failureOf(client.send(request))).toMatchObject({
      name: "RateLimitExceededError",
      retryAfter: 61,
      retryable: true,
      deliveryUnknown: false,
    });
    expect(arrived).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test("by itself the client really waits", async () => {
    const { baseUrl, arrived } = await serve(limited({ "retry-after": "0.2" }), success("send"));
    const started = performance.now();
    await new SmsClient({ apiKey, baseUrl }).send(request);
    // A timer may be up to a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(199);
    expect(arrived).toHaveLength(2);
  });

  test("a wait that fails, as only one that was put in can, ends the call with its fault", async () => {
    const { baseUrl, arrived } = await serve(limited());
    const fault = new Error("no clock");
    const client = new SmsClient({ apiKey, baseUrl, sleep: () => Promise.reject(fault) });
    await expect(client.send(request)).rejects.toBe(fault);
    expect(arrived).toHaveLength(1);
  });

  test("wrong options of a call reject it before anything is sent", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    const { client } = impatientClient({ baseUrl });
    for (const options of [
      { timeout: 0 },
      { maxRetries: -1 },
      { maxRetryAfter: -1 },
      { headers: { "a b": "" } },
    ])
      expect(await failureOf(client.send(request, options))).toMatchObject({
        name: "SmsConfigurationError",
        deliveryUnknown: false,
      });
    expect(arrived).toEqual([]);
  });
});

describe("a signal", () => {
  test("that was aborted before sends nothing, and no hook is told of a request", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    const onRequest = vi.fn();
    const { client } = impatientClient({ baseUrl, onRequest });
    const error = await failureOf(client.send(request, { signal: AbortSignal.abort("enough") }));
    expect(error).toMatchObject({
      name: "SmsAbortError",
      message: "send was aborted.",
      cause: "enough",
      retryable: false,
      deliveryUnknown: false,
    });
    expect(arrived).toEqual([]);
    expect(onRequest).not.toHaveBeenCalled();
  });

  test("that is aborted during a wait ends it at once, and nothing was accepted", async () => {
    const controller = new AbortController();
    const { baseUrl, arrived } = await serve(limited({ "retry-after": "60" }));
    const onRetry = () => setImmediate(() => controller.abort("enough"));
    const client = new SmsClient({ apiKey, baseUrl, onRetry });
    const error = await failureOf(client.send(request, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "SmsAbortError", cause: "enough", deliveryUnknown: false });
    expect(arrived).toHaveLength(1);
  });

  test("that is aborted as the wait ends is noticed before the next attempt", async () => {
    const controller = new AbortController();
    const { baseUrl, arrived } = await serve(limited());
    const sleep = async () => controller.abort();
    const client = new SmsClient({ apiKey, baseUrl, sleep });
    const error = await failureOf(client.send(request, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "SmsAbortError", deliveryUnknown: false });
    expect(error.cause).toBe(controller.signal.reason);
    expect(arrived).toHaveLength(1);
  });

  test("may be that of a timeout", async () => {
    const { baseUrl } = await serve(() => {});
    const { client } = impatientClient({ baseUrl });
    const error = await failureOf(client.getBalance({ signal: AbortSignal.timeout(50) }));
    expect(error).toMatchObject({ name: "SmsAbortError", cause: { name: "TimeoutError" } });
  });

  // `fetch` is put in, since the real one has timers of its own.
  test.each<[string, Fetch]>([
    ["went well", async () => Response.json(answerOf("send"))],
    ["was refused", async () => new Response(null, { status: 400 })],
    ["was repeated", async () => new Response(null, { status: 429 })],
    ["failed", () => Promise.reject(new Error("no connection"))],
    ["had no answer in time", () => new Promise(() => {})],
    ["was aborted during the request", () => new Promise(() => {})],
    ["was aborted during a wait", async () => new Response(null, { status: 429 })],
  ])("and the timers are left alone once a call %s", async (name, fetch) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const controller = new AbortController();
    const { signal } = controller;
    const client = new SmsClient({ apiKey, fetch, timeout: 100 });
    const settled = client.send(request, { signal }).catch(() => {});
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(1);
    if (name.includes("aborted")) {
      await vi.advanceTimersByTimeAsync(50);
      expect(vi.getTimerCount()).toBe(1);
      controller.abort();
    } else await vi.advanceTimersByTimeAsync(10_000);
    await settled;
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("withResponse", () => {
  test("tells the status and the headers of the same call", async () => {
    const { baseUrl, arrived } = await serve(
      json(201, answerOf("send"), { "x-request-id": "req_1" }),
    );
    const sent = impatientClient({ baseUrl }).client.send(request);
    const { data, status, headers } = await sent.withResponse();
    expect(data).toEqual(answerOf("send"));
    expect(status).toBe(201);
    expect(headers.get("x-request-id")).toBe("req_1");
    expect(await sent).toBe(data);
    expect((await sent.withResponse()).data).toBe(data);
    expect(arrived).toHaveLength(1);
  });

  test("rejects with the error of the call", async () => {
    const { baseUrl } = await serve(refusal("NOT_FOUND"));
    const sent = impatientClient({ baseUrl }).client.getStatus("1");
    const error = await failureOf(sent.withResponse());
    expect(error.name).toBe("NotFoundError");
    expect(await failureOf(sent)).toBe(error);
  });

  test("only: the data's failure is nobody's", async () => {
    const { baseUrl } = await serve(refusal("NOT_FOUND"));
    const { client } = impatientClient({ baseUrl });
    expect(
      await unhandledDuring(
        async () => void (await failureOf(client.getStatus("1").withResponse())),
      ),
    ).toEqual([]);
  });

  test("unasked and unheard: the failure is reported as that of any promise", async () => {
    const { baseUrl } = await serve(refusal("NOT_FOUND"));
    const { client } = impatientClient({ baseUrl });
    const unhandled = await unhandledDuring(async () => {
      const sent = client.getStatus("1");
      await vi.waitUntil(() => inspect(sent).includes("rejected"));
    });
    expect(unhandled).toEqual([expect.objectContaining({ name: "NotFoundError" })]);
  });

  test("asked and unheard: the failure is reported once", async () => {
    const { baseUrl } = await serve(refusal("NOT_FOUND"));
    const { client } = impatientClient({ baseUrl });
    const unhandled = await unhandledDuring(async () => {
      const response = client.getStatus("1").withResponse();
      await vi.waitUntil(() => inspect(response).includes("rejected"));
    });
    expect(unhandled).toEqual([expect.objectContaining({ name: "NotFoundError" })]);
  });
});

describe("an id", () => {
  test.each([
    ["gcm_msg_1a2b3c4d5e", "gcm_msg_1a2b3c4d5e"],
    ["a b", "a%20b"],
    ["a/b", "a%2Fb"],
    ["../../account/balance", "..%2F..%2Faccount%2Fbalance"],
    ["a?b=c#d", "a%3Fb%3Dc%23d"],
    ["%2e%2e", "%252e%252e"],
    ["..%2f", "..%252f"],
    ["...", "..."],
    [".a", ".a"],
    ["a\r\nx-other: 1", "a%0D%0Ax-other%3A%201"],
    ["\\..\\", "%5C..%5C"],
    ["{messageId}", "%7BmessageId%7D"],
    ["$&", "%24%26"],
    ["मे", "%E0%A4%AE%E0%A5%87"],
    ["😀", "%F0%9F%98%80"],
    [" ", "%20"],
  ])("%j arrives as %s", async (id, encoded) => {
    const { baseUrl, arrived } = await serve(
      success("getStatus"),
      success("getBatch"),
      success("cancelScheduled"),
    );
    const { client } = impatientClient({ baseUrl });
    await client.getStatus(id);
    await client.getBatch(id);
    await client.cancelScheduled(id);
    expect(arrived.map(({ method, target }) => `${method} ${target}`)).toEqual(
      [operations.getStatus, operations.getBatch, operations.cancelScheduled].map(
        ({ method, path }) => `${method} /v1${path.replace(/{\w+}/, () => encoded)}`,
      ),
    );
  });

  test.each([
    ["", ""],
    [".", ""],
    ["..", ""],
    ["a lone surrogate", "a\ud800"],
    ["a lone surrogate", "\udc00a"],
    ["undefined", undefined],
    ["null", null],
    ["a number", 42],
    ["a list", ["1"]],
    ["an object", { toString: () => "1" }],
  ])("%j is refused before anything is sent", async (name, value) => {
    const id = (value === "" ? name : value) as string;
    const { baseUrl, arrived } = await serve(success("getStatus"));
    const { client } = impatientClient({ baseUrl });
    for (const [call, parameter] of [
      ["getStatus", "messageId"],
      ["getBatch", "batchId"],
      ["cancelScheduled", "batchId"],
    ] as const)
      expect(await failureOf(client[call](id))).toMatchObject({
        name: "SmsConfigurationError",
        message: `${parameter} must be the id that the send answered.`,
      });
    expect(arrived).toEqual([]);
  });
});

describe("a cancel that is refused after an attempt whose outcome is unknown", () => {
  const hint = "What is wrong. An earlier attempt of this call may have done it already.";
  const refused = refusal("NOT_CANCELLABLE");

  test.each<[string, Answer]>([
    ["was cut off", (response) => response.socket?.resetAndDestroy()],
    ["had no answer in time", () => {}],
    ["was answered by a proxy", page(502)],
    ["had an error with a new code", json(500, errorBody("SOMETHING_NEW"))],
    ["had an error with another status than its own", refusal("GATEWAY_ERROR", 503)],
  ])("says so, where that attempt %s", async (_, first) => {
    const { baseUrl } = await serve(first, refused);
    const { client } = impatientClient({ baseUrl, timeout: 300 });
    const error = await failureOf(client.cancelScheduled("1"));
    expect(error).toMatchObject({ name: "NotCancellableError", message: hint });
  });

  test("says so after further attempts too", async () => {
    const { baseUrl } = await serve(page(502), limited(), refused);
    expect(
      (await failureOf(impatientClient({ baseUrl }).client.cancelScheduled("1"))).message,
    ).toBe(hint);
  });

  test.each<[string, [Answer, ...Answer[]]]>([
    ["at once", [refused]],
    ["after it was limited", [limited(), refused]],
    ["after it was limited by a proxy", [page(429), refused]],
    ["after the documented gateway error", [gatewayError(), refused]],
  ])("says nothing of it %s", async (_, answers) => {
    const { baseUrl } = await serve(...answers);
    const error = await failureOf(impatientClient({ baseUrl }).client.cancelScheduled("1"));
    expect(error).toMatchObject({ name: "NotCancellableError", message: "What is wrong." });
  });

  test("says nothing of it where the error is another, or the call another", async () => {
    for (const second of [refusal("NOT_FOUND"), page(409)]) {
      const { baseUrl } = await serve(page(502), second);
      const { client } = impatientClient({ baseUrl });
      const { status, message } = await failureOf(client.cancelScheduled("1"));
      expect(message.includes("may have done it already")).toBe(status === 409);
    }
    const { baseUrl } = await serve(page(502), page(409));
    expect(
      (await failureOf(impatientClient({ baseUrl }).client.getBatch("1"))).message,
    ).not.toContain("earlier attempt");
  });
});

test("what fails before it leaves is repeated as often as anything else", async () => {
  const events: RetryEvent[] = [];
  const { client } = impatientClient({
    baseUrl: await closedBaseUrl(),
    onRetry: (event) => events.push(event),
  });
  await failureOf(client.cancelScheduled("1"));
  expect(events.map(({ attempt }) => attempt)).toEqual([1, 2]);
});

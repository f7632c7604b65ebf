import { inspect } from "node:util";
import { operations } from "@getclickmedia/sms-types";
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from "vitest";
import { answerOf, refusal, requestOf, success } from "../test/api-examples.ts";
import { failureOf } from "../test/failure-of.ts";
import { apiKey, impatientClient } from "../test/impatient-client.ts";
import { serve } from "../test/recording-server.ts";
import { closedBaseUrl } from "../test/socket-server.ts";
import type { SendRequest } from "./generated/operations.ts";
import { type Hooks, observe } from "./hooks.ts";

const request = requestOf<SendRequest>("send");

let report: Mock;
beforeEach(() => {
  report = vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const fault = new Error("fault in a log line");

test("a hook is told the event", () => {
  const hook = vi.fn();
  observe(hook, () => "event");
  expect(hook).toHaveBeenCalledExactlyOnceWith("event");
  expect(report).not.toHaveBeenCalled();
});

test("without a hook no event is made", () => {
  const event = vi.fn();
  observe(undefined, event);
  expect(event).not.toHaveBeenCalled();
});

test("a hook that throws is reported", () => {
  observe(
    () => {
      throw fault;
    },
    () => "event",
  );
  expect(report).toHaveBeenCalledExactlyOnceWith("A hook of SmsClient failed:", fault);
});

test("an async hook that rejects is reported", async () => {
  observe(
    () => Promise.reject(fault),
    () => "event",
  );
  await vi.waitFor(() =>
    expect(report).toHaveBeenCalledExactlyOnceWith("A hook of SmsClient failed:", fault),
  );
});

test("a hook is not waited for", () => {
  const hook = vi.fn(() => new Promise(() => {}));
  observe(hook, () => "event");
  expect(hook).toHaveBeenCalledOnce();
});

describe("a client's hooks", () => {
  /** Hooks that write down what they are told, in order. */
  function recorded() {
    const events: [hook: string, event: object][] = [];
    const hooks: Hooks = {
      onRequest: (event) => events.push(["onRequest", event]),
      onResponse: (event) => events.push(["onResponse", event]),
      onRetry: (event) => events.push(["onRetry", event]),
    };
    return { events, hooks };
  }

  test("are told of every attempt, every answer and every retry, and nothing else", async () => {
    const { baseUrl } = await serve(
      refusal("RATE_LIMIT_EXCEEDED", undefined, { "retry-after": "7" }),
      success("send"),
    );
    const { events, hooks } = recorded();
    await impatientClient({ baseUrl, ...hooks }).client.send(request);
    const { method, path } = operations.send;
    const event = { operation: "send", method, url: baseUrl + path };
    const answered = { headers: expect.any(Headers), duration: expect.any(Number) };
    expect(events).toEqual([
      ["onRequest", { ...event, attempt: 1 }],
      ["onResponse", { ...event, attempt: 1, status: 429, ...answered }],
      [
        "onRetry",
        {
          ...event,
          attempt: 1,
          delay: 7_000,
          error: expect.objectContaining({ status: 429, retryAfter: 7 }),
        },
      ],
      ["onRequest", { ...event, attempt: 2 }],
      ["onResponse", { ...event, attempt: 2, status: 200, ...answered }],
    ]);
  });

  test("see the headers of the answer, and how long it took", async () => {
    const { baseUrl } = await serve((response) => {
      setTimeout(() => response.writeHead(200, { "x-extra": "1" }).end("{}"), 100);
    });
    const onResponse = vi.fn<NonNullable<Hooks["onResponse"]>>();
    const started = performance.now();
    await impatientClient({ baseUrl, onResponse }).client.getBalance();
    const [event] = onResponse.mock.calls[0] ?? [];
    expect(event?.headers.get("x-extra")).toBe("1");
    expect(event?.duration).toBeGreaterThan(90);
    expect(event?.duration).toBeLessThanOrEqual(performance.now() - started);
  });

  test("are told of no answer where there was none, and of no retry where none follows", async () => {
    const { events, hooks } = recorded();
    const { client } = impatientClient({ baseUrl: await closedBaseUrl(), maxRetries: 1, ...hooks });
    await failureOf(client.cancelScheduled("a/b"));
    expect(events.map(([hook]) => hook)).toEqual(["onRequest", "onRetry", "onRequest"]);
    expect(events[1]?.[1]).toMatchObject({
      operation: "cancelScheduled",
      method: operations.cancelScheduled.method,
      url: expect.stringMatching(/a%2Fb$/),
      error: { name: "SmsConnectionError" },
    });
  });

  test("are told of the answer whose body failed, where its status says it all", async () => {
    const { baseUrl } = await serve((response) =>
      response.socket?.end("HTTP/1.1 404 \r\ncontent-length: 9\r\n\r\n{"),
    );
    const { events, hooks } = recorded();
    await failureOf(impatientClient({ baseUrl, ...hooks }).client.getStatus("1"));
    expect(events.map(([hook]) => hook)).toEqual(["onRequest", "onResponse"]);
  });

  test("are told neither the key nor the text", async () => {
    const { baseUrl } = await serve(refusal("RATE_LIMIT_EXCEEDED"), success("send"));
    const { events, hooks } = recorded();
    await impatientClient({ baseUrl, ...hooks }).client.send(request);
    const shown = inspect(events, { depth: Infinity, showHidden: true });
    expect(shown).not.toContain(apiKey);
    expect(shown).not.toContain(request.message);
  });

  test.each<[string, () => never | Promise<never>]>([
    [
      "throw",
      () => {
        throw fault;
      },
    ],
    ["reject", () => Promise.reject(fault)],
  ])("that %s do not change the call, and are reported", async (_, hook) => {
    const { baseUrl, arrived } = await serve(refusal("RATE_LIMIT_EXCEEDED"), success("send"));
    const { client } = impatientClient({
      baseUrl,
      onRequest: hook,
      onResponse: hook,
      onRetry: hook,
    });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(2);
    expect(report.mock.calls).toEqual(Array(5).fill(["A hook of SmsClient failed:", fault]));
  });

  test("that change their event change nothing", async () => {
    const { baseUrl, arrived } = await serve(refusal("RATE_LIMIT_EXCEEDED"), success("send"));
    const change = (event: object) => {
      for (const name of Object.keys(event)) Reflect.set(event, name, undefined);
    };
    const { client } = impatientClient({
      baseUrl,
      onRequest: change,
      onResponse: change,
      onRetry: change,
    });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived.map(({ target }) => target)).toEqual(
      Array(2).fill(`/v1${operations.send.path}`),
    );
  });
});

import { createServer } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import { baseUrl, messageStatuses } from "@getclickmedia/sms-types";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { RequestOptions } from "./call.ts";
import {
  type MessageStatusResponse,
  NotFoundError,
  SmsAbortError,
  SmsClient,
  SmsConfigurationError,
  SmsConnectionError,
  SmsTimeoutError,
} from "./index.ts";
import { sleep } from "./sleep.ts";
import { type WatchOptions, watchStatus } from "./watch-status.ts";

const messageId = "gcm_msg_1a2b3c4d5e";

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0.5); // Each pause is then just as long as it is said to be.
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function message(status: string): MessageStatusResponse {
  return { messageId, to: "919876543210", status, queuedAt: "2026-06-23T10:30:00Z", credits: 1 };
}

/** Answers the given statuses one after the other, then the last one for ever. */
function answering(...statuses: string[]) {
  return vi.fn(async (_: RequestOptions) =>
    message((statuses.length > 1 ? statuses.shift() : statuses[0]) ?? ""),
  );
}

/** Does not wait, and records for how long it was to. */
function noWait() {
  const waits: number[] = [];
  return { waits, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
}

async function statusesOf(watching: AsyncIterable<MessageStatusResponse>): Promise<string[]> {
  const statuses: string[] = [];
  for await (const { status } of watching) statuses.push(status);
  return statuses;
}

/** The error that a promise rejects with. */
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("It did not fail."),
    (error: unknown) => error,
  );

describe("what is yielded", () => {
  test("is the message as it is, then each time its status has changed, until that is final", async () => {
    const ask = answering("queued", "queued", "dispatched", "dispatched", "dispatched", "failed");
    expect(await statusesOf(watchStatus(messageId, ask, noWait().sleep))).toEqual([
      "queued",
      "dispatched",
      "failed",
    ]);
    expect(ask).toHaveBeenCalledTimes(6);
  });

  test("is the whole message that was answered", async () => {
    const watching = watchStatus(messageId, answering("delivered"), noWait().sleep);
    expect(await watching.next()).toEqual({ done: false, value: message("delivered") });
    expect(await watching.next()).toEqual({ done: true, value: undefined });
  });

  test.each(Object.values(messageStatuses))("$name ends it: $final", async ({ name, final }) => {
    const ask = answering(name, "delivered");
    const { waits, sleep } = noWait();
    const statuses = await statusesOf(watchStatus(messageId, ask, sleep));
    expect(statuses).toEqual(final ? [name] : [name, "delivered"]);
    expect(ask).toHaveBeenCalledTimes(statuses.length);
    expect(waits).toHaveLength(statuses.length - 1);
  });

  test("goes on after a status that is newer than this SDK", async () => {
    const ask = answering("queued", "expired", "expired", "delivered");
    expect(await statusesOf(watchStatus(messageId, ask, noWait().sleep))).toEqual([
      "queued",
      "expired",
      "delivered",
    ]);
  });
});

describe("the pauses", () => {
  const pauses = async (count: number, options?: WatchOptions) => {
    const ask = answering(...Array(count).fill("queued"), "delivered");
    const { waits, sleep } = noWait();
    await statusesOf(watchStatus(messageId, ask, sleep, options));
    return waits;
  };

  test("begin with a second, and grow by half up to 30 seconds", async () => {
    expect(await pauses(11, { timeout: 1e9 })).toEqual([
      1000, 1500, 2250, 3375, 5062.5, 7593.75, 11_390.625, 17_085.9375, 25_628.906_25, 30_000,
      30_000,
    ]);
  });

  test("begin with the given interval, and never exceed 30 seconds", async () => {
    expect(await pauses(3, { interval: 200 })).toEqual([200, 300, 450]);
    expect(await pauses(2, { interval: 40_000 })).toEqual([30_000, 30_000]);
    expect(await pauses(2, { interval: Number.POSITIVE_INFINITY })).toEqual([30_000, 30_000]);
  });

  test("are a quarter shorter or longer at random", async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    expect(await pauses(2)).toEqual([750, 1125]);
    vi.mocked(Math.random).mockReturnValue(1);
    expect(await pauses(2)).toEqual([1250, 1875]);
  });

  test("are cut short by the signal that they are given", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const ask = answering("queued", "delivered");
    const sleep = async (_: number, signal?: AbortSignal) => void signals.push(signal);
    await statusesOf(watchStatus(messageId, ask, sleep));
    expect(signals).toEqual([expect.any(AbortSignal)]);
  });
});

describe("the timeout", () => {
  test("counts the pauses of a sleep that takes no time", async () => {
    const ask = answering("queued", "dispatched");
    const watching = watchStatus(messageId, ask, noWait().sleep, { timeout: 8_126 });
    const error = await failure(statusesOf(watching));
    expect(error).toBeInstanceOf(SmsTimeoutError);
    expect(error).toMatchObject({
      message: `${messageId} has no final status after 8126 ms; the last one was: dispatched.`,
      deliveryUnknown: false,
      retryable: false,
    });
    expect(ask).toHaveBeenCalledTimes(5); // 8,125 ms are within it.
  });

  test("ends it when it is just used up", async () => {
    const ask = answering("queued");
    const watching = watchStatus(messageId, ask, noWait().sleep, { timeout: 2_500 });
    expect(await failure(statusesOf(watching))).toBeInstanceOf(SmsTimeoutError);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test("is two minutes where none is given", async () => {
    const ask = answering("queued");
    const error = await failure(statusesOf(watchStatus(messageId, ask, noWait().sleep)));
    expect(error).toMatchObject({ message: expect.stringContaining("after 120000 ms") });
    expect(ask).toHaveBeenCalledTimes(11); // The pauses so far are 104,886.71875 ms.
  });

  test.each([
    ["during a pause", 500, 1],
    ["during a question", 2_000, 2],
  ])("%s, it ends at once and leaves no timer", async (_, timeout, questions) => {
    vi.useFakeTimers();
    await vi.advanceTimersByTimeAsync(10_000); // It counts from its own beginning.
    const asked: AbortSignal[] = [];
    const ask = ({ signal }: RequestOptions): Promise<MessageStatusResponse> => {
      if (signal) asked.push(signal);
      return asked.length === 1 ? Promise.resolve(message("queued")) : new Promise(() => {});
    };
    const watching = watchStatus(messageId, ask, sleep, { timeout });
    await watching.next();
    const ended = vi.fn();
    const error = failure(watching.next());
    void error.then(ended);
    await vi.advanceTimersByTimeAsync(timeout - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
    expect(await error).toBeInstanceOf(SmsTimeoutError);
    expect(asked).toHaveLength(questions);
    expect(asked.at(-1)?.aborted).toBe(questions > 1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("before the first answer says that no status was read", async () => {
    vi.useFakeTimers();
    const watching = watchStatus(messageId, () => new Promise(() => {}), sleep, { timeout: 50 });
    const error = failure(watching.next());
    await vi.advanceTimersByTimeAsync(50);
    expect(await error).toMatchObject({
      message: `${messageId} has no final status after 50 ms; the last one was: not read yet.`,
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that has passed while the message was looked at allows no further question", async () => {
    vi.useFakeTimers();
    const ask = answering("queued");
    const watching = watchStatus(messageId, ask, sleep, { timeout: 5_000 });
    await watching.next();
    await vi.advanceTimersByTimeAsync(60_000);
    const error = failure(watching.next());
    await vi.advanceTimersByTimeAsync(0);
    expect(await error).toBeInstanceOf(SmsTimeoutError);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("may be endless", async () => {
    const ask = answering(...Array(50).fill("queued"), "delivered");
    const watching = watchStatus(messageId, ask, noWait().sleep, {
      timeout: Number.POSITIVE_INFINITY,
    });
    expect(await statusesOf(watching)).toEqual(["queued", "delivered"]);
  });
});

test("an error of a question ends it as it is", async () => {
  vi.useFakeTimers();
  const broken = new SmsConnectionError("no connection");
  const ask = vi.fn().mockResolvedValueOnce(message("queued")).mockRejectedValue(broken);
  const watching = watchStatus(messageId, ask, noWait().sleep);
  await watching.next();
  expect(await failure(watching.next())).toBe(broken);
  expect(await watching.next()).toEqual({ done: true, value: undefined });
  expect(vi.getTimerCount()).toBe(0);
});

test("an error of the sleep ends it as it is", async () => {
  const broken = new Error("no sleep");
  const watching = watchStatus(messageId, answering("queued"), () => Promise.reject(broken));
  await watching.next();
  expect(await failure(watching.next())).toBe(broken);
});

describe("an abort", () => {
  const reason = new Error("the user left");

  const expectAborted = (error: unknown) => {
    expect(error).toBeInstanceOf(SmsAbortError);
    expect(error).toMatchObject({
      message: `${messageId} is no longer followed: aborted.`,
      cause: reason,
    });
    expect(vi.getTimerCount()).toBe(0);
  };

  beforeEach(() => {
    vi.useFakeTimers();
  });

  test("before it begins lets nothing be asked", async () => {
    const ask = answering("delivered");
    const watching = watchStatus(messageId, ask, sleep, { signal: AbortSignal.abort(reason) });
    expectAborted(await failure(watching.next()));
    expect(ask).not.toHaveBeenCalled();
  });

  test("during a question cuts it off", async () => {
    const controller = new AbortController();
    let asked: AbortSignal | undefined;
    const ask = ({ signal }: RequestOptions) => {
      asked = signal;
      return new Promise<never>(() => {});
    };
    const watching = watchStatus(messageId, ask, sleep, { signal: controller.signal });
    const error = failure(watching.next());
    controller.abort(reason);
    expectAborted(await error);
    expect(asked?.aborted).toBe(true);
  });

  test("during a pause ends it", async () => {
    const controller = new AbortController();
    const ask = answering("queued");
    const watching = watchStatus(messageId, ask, sleep, { signal: controller.signal });
    await watching.next();
    const error = failure(watching.next());
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(reason);
    expectAborted(await error);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test("while the message is looked at lets nothing more be asked", async () => {
    const controller = new AbortController();
    const ask = answering("queued");
    const watching = watchStatus(messageId, ask, sleep, { signal: controller.signal });
    await watching.next();
    controller.abort(reason);
    expectAborted(await failure(watching.next()));
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

test("leaving the loop early ends it, with no timer and no further question", async () => {
  vi.useFakeTimers();
  const ask = answering("queued");
  for await (const { status } of watchStatus(messageId, ask, sleep)) {
    expect(status).toBe("queued");
    break;
  }
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(200_000);
  expect(ask).toHaveBeenCalledTimes(1);
});

test.each([
  { timeout: 0 },
  { timeout: -1 },
  { timeout: Number.NaN },
  { interval: 0 },
  { interval: -1 },
  { interval: Number.NaN },
])("%j cannot be", async (options) => {
  const ask = answering("delivered");
  const error = await failure(watchStatus(messageId, ask, sleep, options).next());
  expect(error).toBeInstanceOf(SmsConfigurationError);
  expect(error).toMatchObject({
    message: `${Object.keys(options)[0]} must be a number, 1 or more.`,
  });
  expect(ask).not.toHaveBeenCalled();
});

describe("through the client", () => {
  async function serving(...statuses: (string | 404)[]) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const status = statuses.shift() ?? 404;
      const error = { code: "NOT_FOUND", message: "No such message.", requestId: "req_1" };
      response.writeHead(status === 404 ? 404 : 200);
      response.end(JSON.stringify(status === 404 ? { error } : message(status)));
    });
    const { origin, close } = await listen(server);
    onTestFinished(close);
    const { waits, sleep } = noWait();
    const path = new URL(baseUrl).pathname;
    const client = new SmsClient({ apiKey: "gcm_test_a", baseUrl: origin + path, sleep });
    return { client, asked, waits, path };
  }

  test("waitForDelivery resolves with the message in its final status", async () => {
    const { client, asked, waits, path } = await serving("queued", "dispatched", "rejected");
    expect(await client.waitForDelivery(messageId)).toEqual(message("rejected"));
    expect(asked).toEqual(Array(3).fill(`GET ${path}/sms/status/${messageId}`));
    expect(waits).toEqual([1000, 1500]);
  });

  test("watchStatus yields each change", async () => {
    const { client } = await serving("queued", "queued", "delivered");
    expect(await statusesOf(client.watchStatus(messageId))).toEqual(["queued", "delivered"]);
  });

  test("both take options, and pass the errors of the API on", async () => {
    const { client, waits } = await serving("queued", "queued");
    await expect(client.waitForDelivery(messageId, { interval: 10 })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect(waits).toEqual([10, 15]);
    await expect(client.watchStatus(messageId, { timeout: 0 }).next()).rejects.toBeInstanceOf(
      SmsConfigurationError,
    );
  });
});

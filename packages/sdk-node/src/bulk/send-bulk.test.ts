import { getEventListeners } from "node:events";
import { Readable } from "node:stream";
import { plans } from "@getclickmedia/sms-types";
import { describe, expect, test, vi } from "vitest";
import {
  InvalidApiKeyError,
  InvalidNumberError,
  SmsAbortError,
  SmsConfigurationError,
  SmsConnectionError,
  SmsError,
  TemplateMismatchError,
} from "../index.ts";
import { sleep } from "../sleep.ts";
import type { BulkCounts, BulkOutcome, BulkResult } from "./bulk-result.ts";
import {
  accept,
  numbers,
  type RecordingServer,
  refuse,
  settled,
  startRecordingServer,
  text,
  took,
} from "./recording-server.ts";

type Status = BulkOutcome["status"];

/** Each outcome as its status and its recipients. */
const summary = (result: BulkResult): [Status, string[]][] =>
  result.outcomes.map(({ status, recipients }) => [status, recipients]);

/** The error of an outcome that is not accepted. */
const errorOf = (outcome: BulkOutcome | undefined): SmsError => {
  if (!outcome || outcome.status === "accepted") throw new Error("There is no error.");
  return outcome.error as SmsError;
};

const counts = (accepted: number, notAccepted = 0, unknown = 0): BulkCounts => ({
  accepted,
  notAccepted,
  unknown,
});

const smallestCap = Math.min(
  ...Object.values(plans).map(({ recipientsPerRequest }) => recipientsPerRequest),
);

/** A promise, and the function that resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A source that says how much of it was read, and whether it was let go. */
function watched(recipients: string[], whenRead: (count: number) => unknown = () => {}) {
  const source = {
    read: 0,
    closed: false,
    async *[Symbol.asyncIterator]() {
      try {
        for (const recipient of recipients) {
          source.read++;
          await whenRead(source.read);
          yield recipient;
        }
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
}

describe("what is sent", () => {
  test.each([0, 1, smallestCap - 1, smallestCap, smallestCap + 1, 3 * smallestCap + 5])(
    "%i recipients go out in calls of the smallest plan's size",
    async (count) => {
      const server = await startRecordingServer();
      const recipients = numbers(count);
      const result = await server.client().sendBulk({ recipients, ...text });

      const sizes = server.posts.map(({ length }) => length).sort((one, other) => other - one);
      const full = Math.floor(count / smallestCap);
      const rest = count % smallestCap;
      expect(sizes).toEqual([...Array(full).fill(smallestCap), ...(rest > 0 ? [rest] : [])]);
      expect(server.posts.flat().sort()).toEqual(recipients);
      expect(result.outcomes).toHaveLength(sizes.length);
      expect(result.counts).toEqual(counts(count));
      expect(result.complete).toBe(true);
      expect(result.sourceEnded).toBe(true);
      expect(result.stoppedBy).toBeUndefined();
      expect(result.remaining).toEqual([]);
    },
  );

  test("a call holds the chunk, in order, and everything else of the request", async () => {
    const server = await startRecordingServer();
    const request = { ...text, unicode: true, scheduleAt: "2126-06-24T09:00:00+05:30" };
    await server
      .client()
      .sendBulk(
        { recipients: numbers(5), ...request },
        { recipientsPerRequest: 2, concurrency: 1 },
      );
    expect(server.requests.map(({ body }) => body)).toEqual([
      { recipients: numbers(2), ...request },
      { recipients: numbers(2, 2), ...request },
      { recipients: numbers(1, 4), ...request },
    ]);
  });

  test("the client's plan decides how many recipients a call has, and the call's own option first", async () => {
    for (const { name, recipientsPerRequest } of Object.values(plans)) {
      const server = await startRecordingServer();
      const client = server.client({ plan: name });
      await client.sendBulk({ recipients: numbers(recipientsPerRequest + 1), ...text });
      expect(server.posts.map(({ length }) => length).sort()).toEqual([1, recipientsPerRequest]);

      await client.sendBulk({ recipients: numbers(3), ...text }, { recipientsPerRequest: 3 });
      await client.sendBulk(
        { recipients: numbers(3), ...text },
        { recipientsPerRequest: undefined },
      );
      expect(server.posts.slice(2)).toEqual([numbers(3), numbers(3)]);
    }
  });

  const five = numbers(5);
  test.each<[string, () => Iterable<string> | AsyncIterable<string>]>([
    ["an array", () => five],
    ["a set", () => new Set(five)],
    ["the keys of a map", () => new Map(five.map((number) => [number, 0])).keys()],
    [
      "a generator",
      function* () {
        yield* five;
      },
    ],
    [
      "an async generator",
      async function* () {
        yield* five;
      },
    ],
    ["a stream", () => Readable.from(five)],
    ["another iterable of its own", () => ({ [Symbol.iterator]: () => five.values() })],
  ])("recipients may be %s", async (_, source) => {
    const server = await startRecordingServer();
    const result = await server
      .client()
      .sendBulk({ recipients: source(), ...text }, { recipientsPerRequest: 2, concurrency: 1 });
    expect(server.posts).toEqual([numbers(2), numbers(2, 2), numbers(1, 4)]);
    expect(result.complete).toBe(true);
  });

  test("a number that comes twice is sent to once, also from one call to the next", async () => {
    const server = await startRecordingServer();
    const [a = "", b = "", c = "", d = ""] = numbers(4);
    const result = await server
      .client()
      .sendBulk(
        { recipients: [a, a, b, a, b, c, c, a, d, d, b], ...text },
        { recipientsPerRequest: 2, concurrency: 1 },
      );
    expect(server.posts).toEqual([
      [a, b],
      [c, d],
    ]);
    expect([...result].map(([recipient]) => recipient)).toEqual([a, b, c, d]);
  });

  test("what is no phone number is set aside, once, and spoils nothing", async () => {
    const server = await startRecordingServer();
    const [good = "", better = ""] = numbers(2);
    const malformed = [
      "",
      "9876543210",
      `+${good}`,
      `${good} `,
      `${good}\n`,
      ` ${good}`,
      `${good}0`,
      "91987654321a",
      "919876543210;",
      "९१९८७६५४३२१०",
      undefined,
      null,
      919_876_543_210,
      ["919876543210"],
      { to: "919876543210" },
    ] as string[];
    const recipients = [good, ...malformed, "", null as unknown as string, better];
    const result = await server.client().sendBulk({ recipients, ...text });

    expect(server.posts).toEqual([[good, better]]);
    expect(summary(result)).toEqual([
      ["accepted", [good, better]],
      ["notAccepted", malformed],
    ]);
    const error = errorOf(result.outcomes[1]);
    expect(error).toBeInstanceOf(InvalidNumberError);
    expect(error.message).toBe("Not sent, since it is not a phone number.");
    expect(result.complete).toBe(false);
    expect(result.sourceEnded).toBe(true);
    expect(result.stoppedBy).toBeUndefined();
    expect(result.remaining).toEqual([]);
  });

  test("headers, timeouts and retries are those of each call", async () => {
    const server = await startRecordingServer((_, index) =>
      index < 2 ? refuse("GATEWAY_ERROR") : accept(_, index),
    );
    const onRetry = vi.fn();
    const result = await server
      .client({ onRetry })
      .sendBulk(
        { recipients: numbers(2), ...text },
        { headers: { "x-trace": "7" }, maxRetries: 1, recipientsPerRequest: 1, concurrency: 1 },
      );
    expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual(["7", "7"]);
    expect(onRetry).toHaveBeenCalledTimes(1);
    expect(summary(result)).toEqual([
      ["notAccepted", numbers(1)],
      ["notAccepted", numbers(1, 1)],
    ]);
  });

  test("200,000 recipients in one go, of which the caller keeps the array as it was", async () => {
    const server = await startRecordingServer();
    const recipients = numbers(200_000);
    const copy = [...recipients];
    const before = process.memoryUsage().heapUsed;
    const result = await server.client({ plan: "Enterprise" }).sendBulk({ recipients, ...text });
    expect(server.posts).toHaveLength(20);
    expect(new Set(server.posts.flat()).size).toBe(200_000);
    expect(result.counts).toEqual(counts(200_000));
    expect(new Map(result).size).toBe(200_000);
    expect(recipients).toEqual(copy);
    // Far above what is needed; a copy for each recipient would be gigabytes.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(500 * 2 ** 20);
  });

  test("200,000 recipients that were not sent to, in one piece", async () => {
    const server = await startRecordingServer(() => refuse("INVALID_API_KEY"));
    const result = await server
      .client()
      .sendBulk(
        { recipients: numbers(200_000), ...text },
        { recipientsPerRequest: 150_000, concurrency: 1 },
      );
    expect(server.posts).toHaveLength(1);
    expect(result.counts).toEqual(counts(0, 200_000));
    expect(result.remaining).toHaveLength(200_000);
  });
});

describe("what is refused before anything is sent", () => {
  const refused = async (recipients: unknown, options: object = {}) => {
    const server = await startRecordingServer();
    const error = await server
      .client()
      .sendBulk({ recipients: recipients as string[], ...text }, options)
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(SmsConfigurationError);
    expect(server.posts).toEqual([]);
    return (error as Error).message;
  };

  test.each([
    ["a text", "919000000000"],
    ["null", null],
    ["nothing", undefined],
    ["a number", 919_000_000_000],
    ["an object", { 0: "919000000000", length: 1 }],
    ["a function", () => ["919000000000"]],
    ["a promise of a list", Promise.resolve(["919000000000"])],
  ])("recipients that are %s", async (_, recipients) => {
    expect(await refused(recipients)).toBe("recipients must be a list of numbers.");
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "2", null])(
    "%j as a size or a number of calls",
    async (value) => {
      expect(await refused(numbers(1), { recipientsPerRequest: value ?? Number.NaN })).toBe(
        "recipientsPerRequest must be a whole number, 1 or more.",
      );
      expect(await refused(numbers(1), { concurrency: value })).toBe(
        "concurrency must be a whole number, 1 or more.",
      );
    },
  );

  test.each([
    { timeout: 0 },
    { maxRetries: -1 },
    { maxRetryAfter: -1 },
    { headers: { "a b": "" } },
  ])("%j, an option of the calls", async (options) => {
    expect(await refused(numbers(1), options)).toMatch(/^(timeout|max|headers)/);
    expect(await refused([], options)).toMatch(/^(timeout|max|headers)/);
  });
});

describe("how many calls there are at a time", () => {
  /** Counts the calls under way, as the client sees them. */
  function underWay(server: RecordingServer) {
    let now = 0;
    const counter = { most: 0 };
    const client = server.client({
      onRequest: () => {
        now++;
        counter.most = Math.max(counter.most, now);
      },
      onResponse: () => {
        now--;
      },
    });
    return { client, counter };
  }

  test.each([
    [undefined, 10, 4],
    [1, 5, 1],
    [3, 10, 3],
    [7, 7, 7],
    [20, 6, 6],
  ])("with a concurrency of %j and %i calls there are %i", async (concurrency, calls, expected) => {
    const all = gate();
    const server = await startRecordingServer(async (request, index) => {
      if (index + 1 >= expected) all.open();
      await all.opened; // Nothing is answered until as many calls are there.
      return accept(request, index);
    });
    const { client, counter } = underWay(server);
    const result = await client.sendBulk(
      { recipients: numbers(calls), ...text },
      { recipientsPerRequest: 1, concurrency },
    );
    expect(counter.most).toBe(expected);
    expect(server.posts).toHaveLength(calls);
    expect(result.complete).toBe(true);
  });

  test("a source is read no further than the calls under way need", async () => {
    const full = gate();
    const answers = gate();
    const server = await startRecordingServer(async (request, index) => {
      if (index === 1) full.open();
      await answers.opened;
      return accept(request, index);
    });
    const source = watched(numbers(100));
    const sending = server
      .client()
      .sendBulk({ recipients: source, ...text }, { recipientsPerRequest: 3, concurrency: 2 });
    await full.opened;
    await settled();
    expect(source.read).toBe(6);
    answers.open();
    expect((await sending).counts).toEqual(counts(100));
    expect(source.read).toBe(100);
    expect(source.closed).toBe(true);
  });

  test("a call goes out as soon as its chunk is full, while the source keeps us waiting", async () => {
    const rest = gate();
    const server = await startRecordingServer((request, index) => {
      rest.open();
      return accept(request, index);
    });
    const source = watched(numbers(3), (count) => (count === 3 ? rest.opened : undefined));
    const result = await server
      .client()
      .sendBulk({ recipients: source, ...text }, { recipientsPerRequest: 2 });
    expect(server.posts).toEqual([numbers(2), numbers(1, 2)]);
    expect(result.complete).toBe(true);
  });
});

describe("when a call fails", () => {
  const send = (server: RecordingServer, count = 6) =>
    server
      .client()
      .sendBulk(
        { recipients: numbers(count), ...text },
        { recipientsPerRequest: 2, concurrency: 1 },
      );

  test.each([
    ["TEMPLATE_MISMATCH", TemplateMismatchError],
    ["INVALID_API_KEY", InvalidApiKeyError],
  ] as const)(
    "%s: nobody of that call was accepted, and no other call is made",
    async (code, type) => {
      const server = await startRecordingServer((request, index) =>
        index === 1 ? refuse(code) : accept(request, index),
      );
      const result = await send(server);
      expect(server.posts).toEqual([numbers(2), numbers(2, 2)]);
      expect(summary(result)).toEqual([
        ["accepted", numbers(2)],
        ["notAccepted", numbers(2, 2)],
        ["notAccepted", numbers(2, 4)],
      ]);
      const refused = errorOf(result.outcomes[1]);
      expect(refused).toBeInstanceOf(type);
      expect(result.stoppedBy).toBe(refused);
      expect(errorOf(result.outcomes[2])).toMatchObject({
        name: "SmsError",
        message: "Not sent, since the bulk send had stopped.",
        cause: refused,
        retryable: true,
        deliveryUnknown: false,
      });
      expect(result.counts).toEqual(counts(2, 4));
      expect(result.remaining).toEqual(numbers(4, 2));
      expect(result.complete).toBe(false);
      expect(result.sourceEnded).toBe(true);
    },
  );

  test("an accepted outcome has its batch and the whole answer", async () => {
    const server = await startRecordingServer();
    const result = await send(server, 3);
    expect(result.outcomes).toEqual([
      {
        status: "accepted",
        recipients: numbers(2),
        batchId: "gcm_batch_0",
        response: expect.objectContaining({ status: 200, headers: expect.any(Headers) }),
      },
      {
        status: "accepted",
        recipients: numbers(1, 2),
        batchId: "gcm_batch_1",
        response: expect.objectContaining({
          data: expect.objectContaining({ batchId: "gcm_batch_1", total: 1 }),
        }),
      },
    ]);
  });

  test("a call that was repeated and then accepted is accepted, and nothing stops", async () => {
    const server = await startRecordingServer((request, index) =>
      index === 1 ? refuse("RATE_LIMIT_EXCEEDED", { "retry-after": "3" }) : accept(request, index),
    );
    const result = await send(server);
    expect(server.waits).toEqual([3000]);
    expect(server.posts).toEqual([numbers(2), numbers(2, 2), numbers(2, 2), numbers(2, 4)]);
    expect(result.complete).toBe(true);
    expect(result.stoppedBy).toBeUndefined();
  });

  test("a call that may have been accepted is unknown, is not repeated, and is not among the remaining", async () => {
    const server = await startRecordingServer((request, index) =>
      index === 1 ? "closed connection" : accept(request, index),
    );
    const result = await send(server);
    expect(server.posts).toEqual([numbers(2), numbers(2, 2)]);
    expect(summary(result)).toEqual([
      ["accepted", numbers(2)],
      ["unknown", numbers(2, 2)],
      ["notAccepted", numbers(2, 4)],
    ]);
    const error = errorOf(result.outcomes[1]);
    expect(error).toBeInstanceOf(SmsConnectionError);
    expect(error.deliveryUnknown).toBe(true);
    expect(result.outcomes[1]).toEqual({
      status: "unknown",
      recipients: numbers(2, 2),
      error,
    });
    expect(result.stoppedBy).toBe(error);
    expect(result.counts).toEqual(counts(2, 2, 2));
    expect(result.remaining).toEqual(numbers(2, 4));
    expect(result.complete).toBe(false);
  });

  test("calls that are under way by then are finished, and the first failure is the one that stopped it", async () => {
    const both = gate();
    const failed = gate();
    const server = await startRecordingServer(async (request, index) => {
      if (index === 2) both.open();
      await both.opened;
      const which = request.recipients[0];
      if (which === numbers(1)[0]) return refuse("TEMPLATE_MISMATCH");
      await failed.opened;
      return which === numbers(1, 1)[0] ? "closed connection" : accept(request, index);
    });
    const result = await server
      .client()
      .sendBulk(
        { recipients: numbers(10), ...text },
        { recipientsPerRequest: 1, concurrency: 3, onProgress: failed.open },
      );
    expect(server.posts).toHaveLength(3);
    expect(result.stoppedBy).toBeInstanceOf(TemplateMismatchError);
    expect(new Map(result).get(numbers(1, 0)[0] ?? "")?.status).toBe("notAccepted");
    expect(new Map(result).get(numbers(1, 1)[0] ?? "")?.status).toBe("unknown");
    expect(new Map(result).get(numbers(1, 2)[0] ?? "")?.status).toBe("accepted");
    expect(result.counts).toEqual(counts(1, 8, 1));
    expect(result.outcomes).toHaveLength(4);
  });

  test("the rest of the source is read all the same, so that everyone has an outcome", async () => {
    const server = await startRecordingServer(() => refuse("TEMPLATE_MISMATCH"));
    const source = watched(numbers(7));
    const result = await server
      .client()
      .sendBulk({ recipients: source, ...text }, { recipientsPerRequest: 2, concurrency: 1 });
    expect(server.posts).toHaveLength(1);
    expect(result.sourceEnded).toBe(true);
    expect(result.remaining).toEqual(numbers(7));
  });

  test("a batch of which some were not taken is unknown, with the batch, and stops nothing", async () => {
    const server = await startRecordingServer((request, index) =>
      index === 0 ? took(1, 2, index) : accept(request, index),
    );
    const result = await send(server);
    expect(server.posts).toHaveLength(3);
    expect(result.outcomes[0]).toEqual({
      status: "unknown",
      recipients: numbers(2),
      batchId: "gcm_batch_0",
      response: expect.objectContaining({ data: expect.objectContaining({ failed: 1 }) }),
      error: expect.any(SmsError),
    });
    expect(errorOf(result.outcomes[0])).toMatchObject({
      message: "The API took 1 of 2 and does not say which.",
      status: 200,
      deliveryUnknown: true,
      retryable: false,
    });
    expect(result.counts).toEqual(counts(4, 0, 2));
    expect(result.stoppedBy).toBeUndefined();
    expect(result.remaining).toEqual([]);
    expect(result.complete).toBe(false);
  });

  test("a batch of which nobody was taken is not accepted, and stops nothing", async () => {
    const server = await startRecordingServer((request, index) =>
      index === 0 ? took(0, 2, index) : accept(request, index),
    );
    const result = await send(server);
    expect(result.outcomes[0]).toEqual({
      status: "notAccepted",
      recipients: numbers(2),
      error: expect.any(SmsError),
    });
    expect(errorOf(result.outcomes[0])).toMatchObject({
      message: "The API took 0 of 2.",
      status: 200,
      deliveryUnknown: false,
    });
    expect(result.counts).toEqual(counts(4, 2));
    expect(result.stoppedBy).toBeUndefined();
    expect(result.remaining).toEqual(numbers(2));
  });

  test("an answer that says of fewer than were sent what became of them is unknown", async () => {
    const server = await startRecordingServer(() => ({
      status: 200,
      body: { batchId: "gcm_batch_1", total: 2, queued: 1, failed: 0 },
    }));
    const result = await send(server, 2);
    expect(summary(result)).toEqual([["unknown", numbers(2)]]);
    expect([result.complete, result.remaining]).toEqual([false, []]);
  });

  test("an answer that says that some failed, and not how many were taken, is unknown", async () => {
    const server = await startRecordingServer(() => ({
      status: 200,
      body: { batchId: "gcm_batch_1", failed: 1 },
    }));
    expect(summary(await send(server, 2))).toEqual([["unknown", numbers(2)]]);
  });
});

describe("when the source fails", () => {
  const broken = new Error("the cursor broke");
  const failing = (after: number) =>
    watched(numbers(10), (count) => {
      if (count > after) throw broken;
    });

  test("at once, nothing is sent", async () => {
    const server = await startRecordingServer();
    for (const recipients of [
      failing(0),
      {
        [Symbol.asyncIterator]: () => {
          throw broken;
        },
      },
    ]) {
      const result = await server.client().sendBulk({ recipients, ...text });
      expect(result.outcomes).toEqual([]);
      expect(result.stoppedBy).toBe(broken);
      expect(result.sourceEnded).toBe(false);
      expect(result.complete).toBe(false);
      expect(result.remaining).toEqual([]);
    }
    expect(server.posts).toEqual([]);
  });

  test("half-way, what was read and not sent is not accepted", async () => {
    for (const concurrency of [1, 4]) {
      const server = await startRecordingServer();
      const result = await server
        .client()
        .sendBulk({ recipients: failing(5), ...text }, { recipientsPerRequest: 2, concurrency });
      expect(server.posts.flat().sort()).toEqual(numbers(4));
      expect(result.counts).toEqual(counts(4, 1));
      expect(result.remaining).toEqual(numbers(1, 4));
      expect(result.outcomes.at(-1)).toMatchObject({
        error: { message: "Not sent, since the bulk send had stopped.", cause: broken },
      });
      expect(result.stoppedBy).toBe(broken);
      expect(result.sourceEnded).toBe(false);
      expect(result.complete).toBe(false);
    }
  });

  test("while calls are under way, these are finished", async () => {
    const arrived = gate();
    const answers = gate();
    const server = await startRecordingServer(async (request, index) => {
      arrived.open();
      await answers.opened;
      return accept(request, index);
    });
    const source = watched(numbers(4), async (count) => {
      if (count < 4) return;
      await arrived.opened;
      setImmediate(answers.open);
      throw broken;
    });
    const result = await server
      .client()
      .sendBulk({ recipients: source, ...text }, { recipientsPerRequest: 2 });
    expect(summary(result)).toEqual([
      ["accepted", numbers(2)],
      ["notAccepted", numbers(1, 2)],
    ]);
    expect(result.stoppedBy).toBe(broken);
  });

  test("after a call had failed, the call is what stopped it", async () => {
    const server = await startRecordingServer(() => refuse("TEMPLATE_MISMATCH"));
    const result = await server
      .client()
      .sendBulk({ recipients: failing(5), ...text }, { recipientsPerRequest: 2, concurrency: 1 });
    expect(result.stoppedBy).toBeInstanceOf(TemplateMismatchError);
    expect(result.sourceEnded).toBe(false);
    expect(result.remaining).toEqual(numbers(5));
  });
});

describe("when the signal is aborted", () => {
  const reason = new Error("the user left");

  const listenersOf = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

  const expectAborted = (result: BulkResult) => {
    expect(result.stoppedBy).toBeInstanceOf(SmsAbortError);
    expect(result.stoppedBy).toMatchObject({ message: "sendBulk was aborted.", cause: reason });
    expect(result.complete).toBe(false);
  };

  test("before, nothing is sent or read, and everyone of an array has an outcome", async () => {
    const server = await startRecordingServer();
    const signal = AbortSignal.abort(reason);
    const options = { signal, recipientsPerRequest: 2 };
    const ofArray = await server.client().sendBulk({ recipients: numbers(5), ...text }, options);
    expectAborted(ofArray);
    expect(ofArray.sourceEnded).toBe(true);
    expect(ofArray.remaining).toEqual(numbers(5));
    expect(ofArray.outcomes).toHaveLength(1);
    expect(ofArray.outcomes[0]).toMatchObject({ error: { cause: ofArray.stoppedBy } });

    const source = watched(numbers(5));
    const ofSource = await server.client().sendBulk({ recipients: source, ...text }, options);
    await settled();
    expectAborted(ofSource);
    expect(ofSource.sourceEnded).toBe(false);
    expect(ofSource.outcomes).toEqual([]);
    expect(source.read).toBe(0);
    expect(server.posts).toEqual([]);
  });

  test("during a call, that call is finished and no other is started", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer((request, index) => {
      controller.abort(reason);
      return accept(request, index);
    });
    const result = await server
      .client()
      .sendBulk(
        { recipients: numbers(7), ...text },
        { recipientsPerRequest: 2, concurrency: 1, signal: controller.signal },
      );
    expectAborted(result);
    expect(server.posts).toEqual([numbers(2)]);
    expect(summary(result)).toEqual([
      ["accepted", numbers(2)],
      ["notAccepted", numbers(5, 2)],
    ]);
    expect(result.sourceEnded).toBe(true);
  });

  test("during a call, the source is let go", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer((request, index) => {
      controller.abort(reason);
      return accept(request, index);
    });
    const source = watched(numbers(7));
    const result = await server
      .client()
      .sendBulk(
        { recipients: source, ...text },
        { recipientsPerRequest: 2, concurrency: 1, signal: controller.signal },
      );
    await settled();
    expectAborted(result);
    expect(summary(result)).toEqual([["accepted", numbers(2)]]);
    expect(source.read).toBe(2);
    expect(source.closed).toBe(true);
  });

  test("a source that cannot be let go changes nothing", async () => {
    const server = await startRecordingServer();
    for (const end of [() => Promise.reject(new Error("it broke")), () => new Promise(() => {})]) {
      const controller = new AbortController();
      const [first = "", second = ""] = numbers(2);
      const values = [first, second].values();
      const recipients = {
        [Symbol.asyncIterator]: () => ({
          next: async () => values.next(),
          return: end as () => Promise<IteratorResult<string>>,
        }),
      };
      const result = await server.client().sendBulk(
        { recipients, ...text },
        {
          recipientsPerRequest: 1,
          concurrency: 1,
          signal: controller.signal,
          onProgress: () => controller.abort(reason),
        },
      );
      await settled();
      expectAborted(result);
      expect(result.counts).toEqual(counts(1));
    }
  });

  test("while the source is stuck, it ends, with what was read", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer();
    const stuck = gate();
    const source = watched(numbers(9), (count) => {
      if (count === 6) {
        setImmediate(() => controller.abort(reason));
        return stuck.opened;
      }
      return undefined;
    });
    const result = await server
      .client()
      .sendBulk(
        { recipients: source, ...text },
        { recipientsPerRequest: 4, signal: controller.signal },
      );
    expectAborted(result);
    expect(summary(result)).toEqual([
      ["accepted", numbers(4)],
      ["notAccepted", numbers(1, 4)],
    ]);
    expect(result.sourceEnded).toBe(false);
    expect(listenersOf(controller.signal)).toBe(0);

    // Once it moves again it is read no further, and is let go.
    stuck.open();
    await settled();
    expect(source.read).toBe(6);
    expect(source.closed).toBe(true);
    expect(result.counts).toEqual(counts(4, 1));
  });

  test("while the source is stuck for ever at its first recipient, it ends", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer();
    const recipients = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }),
    };
    const sending = server
      .client()
      .sendBulk({ recipients, ...text }, { signal: controller.signal });
    await settled();
    controller.abort(reason);
    const result = await sending;
    expectAborted(result);
    expect(result.outcomes).toEqual([]);
  });

  test("a malformed number that a stuck source gives too late changes no result", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer();
    const stuck = gate();
    const source = watched(["7", "8"], (count) => (count === 2 ? stuck.opened : undefined));
    const sending = server
      .client()
      .sendBulk({ recipients: source, ...text }, { signal: controller.signal });
    await settled();
    controller.abort(reason);
    const result = await sending;
    stuck.open();
    await settled();
    expect(source.closed).toBe(true);
    expect(summary(result)).toEqual([["notAccepted", ["7"]]]);
  });

  test("by the source itself, at any recipient, nobody who was read is lost", async () => {
    for (let at = 1; at <= 6; at++) {
      const controller = new AbortController();
      const server = await startRecordingServer();
      const source = watched(numbers(9), (count) => {
        if (count === at) controller.abort(reason);
      });
      const result = await server
        .client()
        .sendBulk(
          { recipients: source, ...text },
          { recipientsPerRequest: 3, signal: controller.signal },
        );
      await settled();
      expectAborted(result);
      // The one that it was about to give may have come too late.
      const known = [...result].map(([recipient]) => recipient);
      expect([numbers(at - 1), numbers(at)]).toContainEqual(known);
      expect(source.read).toBe(at);
      expect(source.closed).toBe(true);
      expect(server.posts.flat()).toHaveLength(result.counts.accepted);
    }
  });

  test("after everything was sent, it changes nothing", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer((request, index) => {
      if (index === 1) controller.abort(reason);
      return accept(request, index);
    });
    const options = { recipientsPerRequest: 2, concurrency: 1, signal: controller.signal };
    const result = await server.client().sendBulk({ recipients: numbers(4), ...text }, options);
    expect(result.complete).toBe(true);
    expect(result.stoppedBy).toBeUndefined();
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test("a source that never needs it leaves no listener on the signal", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer();
    const result = await server
      .client()
      .sendBulk(
        { recipients: watched(numbers(9)), ...text },
        { recipientsPerRequest: 2, signal: controller.signal },
      );
    expect(result.complete).toBe(true);
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test.each([
    ["a sleep of its own", sleep],
    ["a sleep that does not listen", async () => {}],
  ])("during a wait for Retry-After, with %s, no request is made again", async (_, sleep) => {
    const controller = new AbortController();
    const server = await startRecordingServer(() =>
      refuse("RATE_LIMIT_EXCEEDED", { "retry-after": "30" }),
    );
    const result = await server
      .client({ sleep, onRetry: () => void setImmediate(() => controller.abort(reason)) })
      .sendBulk(
        { recipients: numbers(4), ...text },
        { recipientsPerRequest: 2, concurrency: 1, signal: controller.signal },
      );
    if (sleep.length > 0) expect(server.posts).toEqual([numbers(2)]);
    expect(result.remaining).toEqual(numbers(4));
    expect(result.counts).toEqual({ accepted: 0, notAccepted: 4, unknown: 0 });
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test("a failed call comes before the abort", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer(() => {
      controller.abort(reason);
      return refuse("TEMPLATE_MISMATCH");
    });
    const result = await server
      .client()
      .sendBulk(
        { recipients: numbers(4), ...text },
        { recipientsPerRequest: 2, concurrency: 1, signal: controller.signal },
      );
    expect(result.stoppedBy).toBeInstanceOf(TemplateMismatchError);
    expect(result.remaining).toEqual(numbers(4));
  });

  test("a failed call and a stuck source: the abort ends it", async () => {
    const controller = new AbortController();
    const server = await startRecordingServer(() => refuse("TEMPLATE_MISMATCH"));
    const source = watched(numbers(5), (count) =>
      count === 5 ? new Promise(() => {}) : undefined,
    );
    const result = await server.client().sendBulk(
      { recipients: source, ...text },
      {
        recipientsPerRequest: 2,
        concurrency: 1,
        signal: controller.signal,
        onProgress: () => setImmediate(() => controller.abort(reason)),
      },
    );
    expect(result.stoppedBy).toBeInstanceOf(TemplateMismatchError);
    expect(result.remaining).toEqual(numbers(4));
    expect(result.sourceEnded).toBe(false);
  });
});

describe("progress", () => {
  test("is told after each call, as counts of recipients so far", async () => {
    const server = await startRecordingServer((request, index) => {
      if (index === 1) return took(1, 2, index);
      return index === 3 ? refuse("TEMPLATE_MISMATCH") : accept(request, index);
    });
    const told: BulkCounts[] = [];
    const recipients = [...numbers(11), "not a number"];
    await server
      .client()
      .sendBulk(
        { recipients, ...text },
        { recipientsPerRequest: 2, concurrency: 1, onProgress: (counts) => void told.push(counts) },
      );
    expect(told).toEqual([counts(2), counts(2, 0, 2), counts(4, 0, 2), counts(4, 2, 2)]);
  });

  test("loses nothing when it throws or rejects", async () => {
    const onError = vi.spyOn(console, "error").mockImplementation(() => {});
    const faults = [
      () => {
        throw new Error("a log line broke");
      },
      async () => {
        throw new Error("a log line broke");
      },
    ];
    for (const onProgress of faults) {
      const server = await startRecordingServer();
      const result = await server
        .client()
        .sendBulk({ recipients: numbers(4), ...text }, { recipientsPerRequest: 2, onProgress });
      expect(result.complete).toBe(true);
      expect(result.counts).toEqual(counts(4));
    }
    expect(onError).toHaveBeenCalledTimes(4);
    onError.mockRestore();
  });
});

test("a text in which the request has an error is not repeated in the result", async () => {
  const server = await startRecordingServer(() => ({
    status: 422,
    body: { error: { code: "TEMPLATE_MISMATCH", message: `No: ${text.message}`, requestId: "r" } },
  }));
  const result = await server.client().sendBulk({ recipients: numbers(1), ...text });
  expect(result.stoppedBy?.message).toBe("No: [redacted]");
});

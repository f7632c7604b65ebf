import { openRefusingPort, unresolvableOrigin } from "@getclickmedia/sms-fault-server";
import { type Answer, type Failure, type RetryVector, vectors } from "@getclickmedia/sms-vectors";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import * as sdk from "../src/index.ts";
import { verify } from "../src/webhooks/index.ts";
import { call } from "./call.ts";
import { type Act, answer, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

const apiKey = vectors.requests[0]?.headers["x-api-key"];
let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

function client(options: sdk.SmsClientOptions = {}): sdk.SmsClient {
  return new sdk.SmsClient({ apiKey, baseUrl: server.baseUrl, ...options });
}

test("no kind of vector is left out", () => {
  const here = ["requests", "refusals", "responses", "errors", "signatures", "retries"];
  const replayed = "examples"; // In examples.test.ts.
  expect(Object.keys(vectors)).toEqual([...here, "segments", "bulk", "outcomes", replayed]);
});

test.each(vectors.requests)("request: $name", async (vector) => {
  server.script(answer(404));

  await expect(call(client(), vector.operation, vector.arguments)).rejects.toThrow();

  const { method, path, headers, body } = vector;
  expect(server.arrivals).toEqual([
    { method, path, headers: expect.objectContaining(headers), body: body ?? "" },
  ]);
  expect("content-type" in (server.arrivals[0]?.headers ?? {})).toBe("content-type" in headers);
});

test.each(vectors.refusals)("refusal: $name", async (vector) => {
  server.script(answer(200));

  await expect(call(client(), vector.operation, vector.arguments)).rejects.toThrow(
    sdk.SmsConfigurationError,
  );

  expect(server.arrivals).toEqual([]);
});

test.each(vectors.responses)("response: $name", async (vector) => {
  server.script(act(vector));

  const data = await call(client(), vector.operation);

  expect(data).toEqual(vector.value);
});

test.each(vectors.errors)("error: $name", async (vector) => {
  server.script(act(vector));

  const error = await call(client({ maxRetries: 0 }), vector.operation, vector.arguments).catch(
    (error) => error,
  );

  const { type, message, ...facts } = vector.error;
  const ErrorClass: unknown = Reflect.get(sdk, type);
  expect(Object.getPrototypeOf(error)).toBe((ErrorClass as typeof sdk.SmsError).prototype);
  expect(error).toMatchObject({
    name: type,
    ...facts,
    code: facts.code ?? undefined,
    requestId: facts.requestId ?? undefined,
    ...(message === null ? {} : { message }),
  });
});

test.each(vectors.signatures)("signature: $name", async (vector) => {
  const body = vector.body ?? Buffer.from(vector.bodyBase64 ?? "", "base64");

  await expect(verify(body, vector.signature, vector.secrets)).resolves.toBe(vector.valid);
});

test.each(vectors.retries)("retry: $name", async (vector) => {
  // Dates in `Retry-After` are compared with the clock; timers and sockets stay real.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(vector.now) });
  onTestFinished(() => void vi.useRealTimers());
  const { waits, error } = await failOnce(vector);

  const { retry, delayMs, deliveryUnknown } = vector.decision;
  expect(waits.length).toBe(vector.attempt - (retry ? 0 : 1));
  if (retry) {
    expect(waits.at(-1)).toBeGreaterThanOrEqual(delayMs?.min ?? Number.NaN);
    expect(waits.at(-1)).toBeLessThanOrEqual(delayMs?.max ?? Number.NaN);
  } else {
    expect(error).toMatchObject({ deliveryUnknown });
  }
});

test.each(vectors.segments)("segments: $name", ({ text, unicode, ...vector }) => {
  expect(sdk.countSegments(text, { unicode })).toMatchObject({
    encoding: vector.encoding,
    segments: vector.segments,
    units: vector.units,
    text: vector.sent,
    unsupported: vector.unsupported,
  });
});

test.each(vectors.bulk)("bulk: $name", async ({ recipients, cap, calls, notSent }) => {
  const list = typeof recipients === "number" ? numbers(recipients) : recipients;
  server.script(answer(200, json, '{"batchId":"gcm_batch_1","failed":0}'));

  const result = await client().sendBulk(
    { ...text, recipients: list },
    { recipientsPerRequest: cap, concurrency: 1 },
  );

  const sent = server.arrivals.map(({ body }) => JSON.parse(body).recipients as string[]);
  expect(sent.map(({ length }) => length)).toEqual(calls);
  expect(sent.flat()).toEqual([...new Set(list)].filter((each) => !notSent.includes(each)));
  expect(
    result.outcomes
      .filter(({ status }) => status === "notAccepted")
      .flatMap(({ recipients }) => recipients),
  ).toEqual(notSent);
});

test.each(vectors.outcomes)("outcome: $name", async ({ recipients, outcome, ...vector }) => {
  const list = numbers(recipients);
  server.script(act(vector));

  const result = await client({ maxRetries: 0 }).sendBulk({ ...text, recipients: list });

  expect([...result].map(([recipient, { status }]) => [recipient, status])).toEqual(
    list.map((recipient) => [recipient, outcome]),
  );
  expect(result.remaining).toEqual(outcome === "notAccepted" ? list : []);
});

const json = { "content-type": "application/json" };
const text = {
  message: "Sale ends tonight. GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890124",
  type: "promotional",
} as const;

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `91${7_000_000_000 + index}`);
}

function act({ status, headers, body }: Answer): Act {
  return answer(status, headers, body);
}

/** Where the request goes instead, so that it meets the failure. */
const elsewhere: Partial<Record<Failure, string>> = {
  refused: await openRefusingPort(),
  dns: unresolvableOrigin,
};

/** Has the attempt that the vector speaks of meet its outcome; those before it are rate limited. */
async function failOnce(vector: RetryVector): Promise<{ waits: number[]; error: unknown }> {
  const { operation, attempt, maxRetries, outcome } = vector;
  const failure = "failure" in outcome ? outcome.failure : undefined;
  const abort = new AbortController();
  server.script(
    ...Array.from({ length: attempt - 1 }, () => answer(429)),
    "failure" in outcome ? fail(outcome.failure, abort) : act(outcome),
  );
  const waits: number[] = [];
  let attempts = 0;
  const failing = client({
    maxRetries,
    fetch: async (input, init) => {
      attempts += 1;
      if (attempts < attempt || !failure) return fetch(input, init);
      // Node gives up connecting after ten seconds. This is what it says then.
      if (failure === "connect-timeout") throw connectTimeout;
      return fetch(elsewhere[failure] ?? input, init);
    },
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      if (waits.length === attempt) throw new Error("This wait is all that the vector asks about.");
    },
  });
  const error = await call(
    failing,
    operation,
    {},
    {
      signal: abort.signal,
      timeout: failure === "timeout-after-sent" ? 100 : 10_000,
    },
  ).catch((error: unknown) => error);
  return { waits, error };
}

const connectTimeout = new TypeError("fetch failed", {
  cause: Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" }),
});

function fail(failure: Failure, abort: AbortController): Act {
  return (response) => {
    if (failure === "reset-after-sent") response.socket?.resetAndDestroy();
    if (failure === "aborted") abort.abort();
    if (failure === "half-response") {
      response.writeHead(200, { ...json, "content-length": "100" }).write("{");
      setImmediate(() => response.socket?.destroy());
    }
  };
}

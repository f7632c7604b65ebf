import {
  SmsAbortError,
  SmsClient,
  type SmsClientOptions,
  SmsConnectionError,
  SmsError,
  SmsTimeoutError,
} from "@getclickmedia/sms-sdk";
import { type Check, expectEqual, failureOf } from "./check.ts";
import { startRun } from "./fault-run.ts";
import type { Surroundings } from "./surroundings.ts";

/** Long enough for a send to arrive on a busy machine. */
const shortTimeout = { timeout: 600 };

export const failures: Record<string, Check> = {
  "a refused connection is known as not sent": (around) => neverConnected(around, around.refusing),
  "a name that does not resolve is known as not sent": (around) =>
    neverConnected(around, around.unresolvable),

  "a connection reset after the send was read": (around) =>
    sentOnce(around, "reset-after-read", SmsConnectionError),
  "a connection closed after the send was read": (around) =>
    sentOnce(around, "close-after-read", SmsConnectionError),
  "half an answer": (around) => sentOnce(around, "half-response", SmsError),
  "half an answer, then silence": (around) =>
    sentOnce(around, "half-response-stall", SmsTimeoutError, shortTimeout),
  "no answer within the timeout": (around) =>
    sentOnce(around, "stall-after-read", SmsTimeoutError, shortTimeout),

  "an abort while the answer is awaited": async (around) => {
    const { client, report } = startRun(around, ["stall-after-read"]);
    const controller = new AbortController();
    const sending = failureOf(client.send(around.send, { signal: controller.signal }));
    while (!(await report()).counts?.posts) await new Promise((resume) => setTimeout(resume, 20));
    controller.abort();
    expectEqual(described(await sending), [SmsAbortError.name, undefined, true]);
    expectEqual((await report()).counts.posts, 1);
  },

  "a read is repeated after a reset": async (around) => {
    const { client, report } = startRun(around, ["reset-after-read", "ok"]);
    expectEqual(await client.getBalance(), around.answers.getBalance);
    expectEqual((await report()).counts.requests, 2);
  },

  "a send is repeated after Retry-After, and no sooner": async (around) => {
    const { client, delays, report } = startRun(around, ["rate-limited-0.3s", "ok"], {
      sleep: undefined,
    });
    const started = Date.now();
    await client.send(around.send);
    expectEqual([delays, Date.now() - started >= 299], [[300], true]);
    expectEqual((await report()).counts.posts, 2);
  },

  "a send is repeated after GATEWAY_ERROR": async (around) => {
    const { client, report } = startRun(around, ["error-GATEWAY_ERROR", "ok"]);
    await client.send(around.send);
    expectEqual((await report()).counts.posts, 2);
  },

  "no redirect is followed": async (around) => {
    for (const status of [301, 302, 303, 307, 308])
      for (const where of ["", "-elsewhere"]) {
        const { client, report } = startRun(around, [`redirect-${status}${where}`]);
        const error = await failureOf(client.send(around.send));
        // A server that has done something may point to it.
        const mayBeAccepted = status === 302 || status === 303;
        expectEqual(described(error), [SmsError.name, status, mayBeAccepted]);
        const { counts, requests } = await report();
        expectEqual([counts.requests, requests.some(({ followed }) => followed)], [1, false]);
      }
  },
};

async function neverConnected({ traits, send, testKey }: Surroundings, origin: string) {
  let repeated = 0;
  const client = new SmsClient({
    apiKey: testKey,
    baseUrl: origin,
    sleep: async () => {},
    onRetry: () => void repeated++,
  });
  const error = await failureOf(client.send(send));
  expectEqual(described(error), [SmsConnectionError.name, undefined, !traits.tellsUnsent]);
  expectEqual(repeated, traits.tellsUnsent ? 2 : 0);
  return { cause: String((error as SmsError).cause), repeated };
}

/** A send that meets a fault fails as it should, and arrives exactly once. */
async function sentOnce(
  around: Surroundings,
  fault: string,
  ErrorClass: typeof SmsError,
  options?: SmsClientOptions,
) {
  const { client, report } = startRun(around, [fault], options);
  const error = await failureOf(client.send(around.send));
  if (!(error instanceof ErrorClass)) throw error;
  expectEqual([error.deliveryUnknown, error.retryable], [true, false]);
  expectEqual((await report()).counts.posts, 1);
  return error.message;
}

function described(error: unknown) {
  if (!(error instanceof SmsError)) throw error;
  return [error.name, error.status, error.deliveryUnknown];
}

import {
  InsufficientCreditsError,
  type Middleware,
  SmsConnectionError,
} from "@getclickmedia/sms-sdk";
import { type Check, expectEqual, failureOf } from "./check.ts";
import { type FaultRun, startRun } from "./fault-run.ts";
import type { Surroundings } from "./surroundings.ts";

const sends = 4;

/** What can happen to a connection that has served a request before. */
const faults = [
  "ok-then-reset-reused",
  "ok-then-close-reused",
  "ok-then-close-unread-reused",
  "ok-then-close-idle",
];

/** What a middleware can do to a request, and with it to the guards that the SDK has put on it. */
const middlewares: Record<string, Middleware> = {
  "passes the request on": (request, next) => next(request),

  "makes another of it": (request, next) => {
    const headers = new Headers(request.headers);
    headers.set("x-trace", "conformance");
    return next(new Request(request, { headers }));
  },

  "makes another of its text": async (request, next) => {
    const { url, method, headers, signal } = request;
    return next(new Request(url, { method, headers, signal, body: await request.text() }));
  },
};

/** Some runtimes send a POST again by themselves when a connection that they used before turns out dead. */
export const reusedConnections: Record<string, Check> = {
  ...Object.fromEntries(
    faults.map((fault): [string, Check] => [
      `each send arrives once: ${fault}`,
      (around) => eachArrivesOnce(around, startRun(around, [fault])),
    ]),
  ),

  ...Object.fromEntries(
    Object.entries(middlewares).map(([name, middleware]): [string, Check] => [
      `each send arrives once: through a middleware that ${name}`,
      (around) =>
        eachArrivesOnce(around, startRun(around, faults.slice(0, 1), { middleware: [middleware] })),
    ]),
  ),

  "each send arrives once: over a connection that others left": async (around) => {
    const run = startRun(around, faults.slice(0, 1));
    // Of `fetch` itself, so that the SDK has no say in what happens to the connection.
    await (await fetch(around.faultServer)).text();
    return eachArrivesOnce(around, run);
  },

  ...Object.fromEntries(
    ["two-answers", "content-length-too-short"].map((fault): [string, Check] => [
      `a send is told its own answer, and not what is left of another: ${fault}`,
      async (around) => {
        const { client, report } = startRun(around, [fault, "error-INSUFFICIENT_CREDITS"]);
        await client.send(around.send).catch(() => {});
        const error = await failureOf(client.send(around.send));
        expectEqual(error instanceof InsufficientCreditsError, true);
        expectEqual((await report()).counts.posts, 2);
      },
    ]),
  ),

  "connections are used again where that is safe": async (around) => {
    const { client, report } = startRun(around, ["ok"]);
    for (let send = 0; send < sends; send++) await client.send(around.send);
    const connections = new Set((await report()).requests.map(({ connection }) => connection));
    // Before the first send, other checks may have left more than one.
    expectEqual(connections.size < sends, around.traits.reusesConnections);
    return { connections: connections.size };
  },
};

async function eachArrivesOnce(around: Surroundings, { client, report }: FaultRun) {
  let unknown = 0;
  for (let send = 1; send <= sends; send++) {
    await client.send(around.send).catch((error: unknown) => {
      if (!(error instanceof SmsConnectionError && error.deliveryUnknown)) throw error;
      unknown++;
    });
    expectEqual((await report()).counts.posts, send);
  }
  return { sends, posts: sends, unknown };
}

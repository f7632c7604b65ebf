import { type Middleware, SmsConnectionError } from "@getclickmedia/sms-sdk";
import { type Check, expectEqual } from "./check.ts";
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

/** Some runtimes send a POST again by themselves when a connection that they used before turns out dead. */
export const reusedConnections: Record<string, Check> = {
  ...Object.fromEntries(
    faults.map((fault): [string, Check] => [
      `each send arrives once: ${fault}`,
      (around) => eachArrivesOnce(around, startRun(around, [fault])),
    ]),
  ),

  "each send arrives once: through a middleware": (around) => {
    const passOn: Middleware = (request, next) => next(request);
    return eachArrivesOnce(around, startRun(around, faults.slice(0, 1), { middleware: [passOn] }));
  },

  "each send arrives once: over a connection that others left": async (around) => {
    const run = startRun(around, faults.slice(0, 1));
    // Of `fetch` itself, so that the SDK has no say in what happens to the connection.
    await (await fetch(around.faultServer)).text();
    return eachArrivesOnce(around, run);
  },

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

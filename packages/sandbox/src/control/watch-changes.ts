import type { ControlOperation } from "./operation.ts";
import { clockOf } from "./sandbox-operations.ts";

/** How often a quiet stream shows that it is alive, in milliseconds. */
const heartbeat = 15_000;

/** How much may wait for a listener that does not read, in bytes. */
const longestQueue = 2 ** 20;

/** A stream of server-sent events: what has changed, as it changes. */
export const watchChanges: ControlOperation = async ({ core, exchange: { method, response } }) => {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
  });
  if (method === "HEAD") {
    response.end();
    return undefined;
  }
  const tell = (topics: string[]) => {
    if (response.writableLength > longestQueue) response.destroy();
    response.write(`event: change\ndata: ${JSON.stringify({ topics, clock: clockOf(core) })}\n\n`);
  };
  tell([]);
  const stop = core.changes.listen(tell);
  await core.settleAgain();
  const beat = setInterval(() => response.write(": still here\n\n"), heartbeat);
  response.once("close", () => {
    stop();
    clearInterval(beat);
  });
  return undefined;
};

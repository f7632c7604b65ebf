import type { ControlOperation } from "./operation.ts";
import { clockOf } from "./sandbox-operations.ts";

/** How often a quiet stream shows that it is alive, in milliseconds. */
const heartbeat = 15_000;

/** A stream of server-sent events: what has changed, as it changes. */
export const watchChanges: ControlOperation = async ({ core, exchange: { response } }) => {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
  });
  const tell = (topics: string[]) => {
    response.write(`event: change\ndata: ${JSON.stringify({ topics, clock: clockOf(core) })}\n\n`);
  };
  tell([]);
  const stop = core.changes.listen(tell);
  const beat = setInterval(() => response.write(": still here\n\n"), heartbeat);
  response.once("close", () => {
    stop();
    clearInterval(beat);
  });
  return undefined;
};

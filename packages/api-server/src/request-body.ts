import type { IncomingMessage, ServerResponse } from "node:http";

/** How long the rest of a refused body is read and dropped, in milliseconds. */
const drainTime = 2_000;

export type Body = Uint8Array | "too large" | "cut off";

/** Whether a request says of itself that its body is over the limit. One in chunks says nothing. */
export function declaresTooLarge({ headers }: IncomingMessage, limit: number): boolean {
  return Number(headers["content-length"]) > limit;
}

/**
 * Reads a request body of at most `limit` bytes.
 * @returns the bytes; or, as soon as more are declared or there, that it is too large; or that its connection has ended.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (declaresTooLarge(request, limit)) return Promise.resolve("too large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off("data", onData);
      request.off("end", onEnd);
      request.resume();
      resolve("too large");
    };
    const onEnd = () => {
      // Most bodies are one chunk, which need not be copied.
      const [first] = chunks;
      const body = first && chunks.length === 1 ? first : Buffer.concat(chunks, size);
      afterReading(() => resolve(body));
    };
    request.on("data", onData);
    request.on("end", onEnd);
    request.on("error", () => resolve("cut off"));
  });
}

/**
 * Writes an answer to a request whose body is still arriving. Closing at once would reset the
 * connection and the client would lose the answer, so the rest of the body is read for a while first.
 */
export function endAfterDraining(
  request: IncomingMessage,
  response: ServerResponse,
  content: string | Uint8Array,
): void {
  response.write(content);
  const timer = setTimeout(() => request.destroy(), drainTime);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => response.end());
  request.resume();
}

let waiting: (() => void)[] = [];

/**
 * Runs what comes next once everything that has arrived in this turn is read. Reading many requests, then
 * answering many, is faster than doing both by turns, as each finds its code and data in the caches.
 */
function afterReading(next: () => void): void {
  waiting.push(next);
  if (waiting.length > 1) return;
  setImmediate(() => {
    const ready = waiting;
    waiting = [];
    for (const run of ready) run();
  });
}

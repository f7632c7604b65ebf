import type { IncomingMessage, ServerResponse } from "node:http";

/** How long the rest of a refused body is read and dropped, in milliseconds. */
const drainTime = 2_000;

/**
 * Reads a request body of at most `limit` bytes.
 * @returns the bytes, or `undefined` as soon as there are more.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off("data", onData);
      request.resume();
      resolve(undefined);
    };
    request.on("data", onData);
    request.on("end", () => resolve(Buffer.concat(chunks, size)));
    request.on("error", reject);
  });
}

/**
 * Writes an answer to a request whose body is still arriving. Closing at once would reset the
 * connection and the client would lose the answer, so the rest of the body is read for a while first.
 */
export function endAfterDraining(
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
): void {
  response.write(text);
  const timer = setTimeout(() => request.destroy(), drainTime);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => response.end());
  request.resume();
}

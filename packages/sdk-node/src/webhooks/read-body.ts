import { bytesOf, type RawBody } from "./raw-body.ts";
import { WebhookError } from "./webhook-error.ts";

/**
 * Reads a body of at most `limit` bytes.
 * @param source a stream or a raw body. A body that was parsed before is refused.
 * @throws WebhookError `size`, `body` when it breaks off, or `configuration`.
 */
export async function readBody(source: unknown, limit: number): Promise<RawBody> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const isStream = Symbol.asyncIterator in Object(source);
  const stream = isStream ? (source as AsyncIterable<Uint8Array>) : [bytesOf(source)];
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      // What is too much is dropped, and yet read to its end: to stop reading would reset the connection,
      // and the sender would lose the answer.
      if (size <= limit) chunks.push(chunk as Uint8Array<ArrayBuffer>);
    }
  } catch {
    throw new WebhookError("body", "The body broke off.");
  }
  if (size <= limit) return new Blob(chunks).arrayBuffer();
  throw new WebhookError("size", `The body is over ${limit} bytes.`);
}

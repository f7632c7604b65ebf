import { WebhookError } from "./webhook-error.ts";

/**
 * The body of a request exactly as it arrived: bytes, or their text in UTF-8. A Node `Buffer` is a
 * `Uint8Array`. Prefer the bytes, because decoding may lose some.
 */
export type RawBody = string | Uint8Array | ArrayBuffer;

/**
 * The bytes of a raw body, copied, so that nobody changes them once they are verified.
 * @throws WebhookError `configuration` for anything else, such as a parsed object.
 */
export function bytesOf(rawBody: unknown): Uint8Array<ArrayBuffer> {
  if (typeof rawBody === "string") return new TextEncoder().encode(rawBody);
  // Test runners and sandboxes have types of their own, which `instanceof` does not know.
  const tag = Object.prototype.toString.call(rawBody);
  if (tag === "[object Uint8Array]" || tag === "[object ArrayBuffer]")
    return new Uint8Array(rawBody as ArrayBuffer).slice();
  throw new WebhookError(
    "configuration",
    `The body must be raw text or bytes, not ${typeof rawBody}. Take it before express.json() or any other parser, or keep it as request.rawBody.`,
  );
}

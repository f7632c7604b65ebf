import { refuseOld } from "./age.ts";
import type { WebhookEvent } from "./event.ts";
import { checkLimits } from "./limits.ts";
import { bytesOf, type RawBody } from "./raw-body.ts";
import type { WebhookSecret } from "./secrets.ts";
import { type SignatureHeader, verify } from "./verify.ts";
import { WebhookError } from "./webhook-error.ts";

/** Options of {@link parse}. */
export interface ParseOptions {
  /**
   * Refuses events that are older, in seconds. By default any age is taken.
   *
   * The signature does not cover the time of sending, so the newest time that the event itself carries
   * counts: `deliveredAt`, `sentAt` or `queuedAt`. A failed or rejected event carries `queuedAt` only, and
   * any event may be delivered again much later when your receiver was down. So allow for the longest
   * that a message may be on its way, and for the longest outage: days rather than minutes. An event
   * without a time is refused.
   */
  maxAge?: number | undefined;
  /**
   * The present time in milliseconds, for tests.
   * @defaultValue `Date.now`
   */
  now?: (() => number) | undefined;
}

/**
 * Verifies a webhook and reads its event.
 *
 * ```ts
 * const signature = request.headers[signatureHeader];
 * const event = await parse(rawBody, signature, process.env.GCM_WEBHOOK_SECRET);
 * ```
 *
 * The signature proves who wrote the event, so its fields are not checked any further. The same event may
 * arrive more than once: let `messageId` and `event` together decide whether you know it already.
 *
 * @param rawBody the body as it arrived, before any JSON parser has read it.
 * @param signature the value of the header {@link signatureHeader}.
 * @param secret your webhook secret, or a list of which one has to match.
 * @throws {@link WebhookError} and nothing else; its `reason` is `signature`, `body`, `age` or
 *   `configuration`.
 */
export async function parse(
  rawBody: RawBody,
  signature: SignatureHeader,
  secret: WebhookSecret,
  options: ParseOptions = {},
): Promise<WebhookEvent> {
  checkLimits({ maxAge: options.maxAge });
  const bytes = bytesOf(rawBody);
  if (!(await verify(bytes, signature, secret)))
    throw new WebhookError(
      "signature",
      "The signature is not that of the body. Check the secret, and that the body is raw.",
    );
  const event = readEvent(bytes);
  refuseOld(event, options);
  return event;
}

function readEvent(bytes: Uint8Array): WebhookEvent {
  try {
    const event: WebhookEvent = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof event.event === "string") return event;
  } catch {
    // Malformed, or null. What the parser says would quote the body.
  }
  throw new WebhookError("body", "The body is no JSON object with an event.");
}

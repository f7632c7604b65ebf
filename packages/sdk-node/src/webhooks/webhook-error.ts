/**
 * Why a webhook was not taken:
 * - `signature`: missing, malformed, or not made from this body with any of the secrets.
 * - `body`: signed, but no JSON object with a text in `event`; or broken off on its way.
 * - `age`: older than `maxAge` allows.
 * - `size`: larger than `maxBodyBytes`.
 * - `configuration`: a mistake on your side, such as a missing secret or a body that was parsed before.
 */
export type WebhookErrorReason = "signature" | "body" | "age" | "size" | "configuration";

/** The only error that this module throws. It never holds the secret or any part of the body. */
export class WebhookError extends Error {
  static {
    WebhookError.prototype.name = "WebhookError";
  }
  /** Why, for your program to decide on. */
  readonly reason: WebhookErrorReason;

  constructor(reason: WebhookErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

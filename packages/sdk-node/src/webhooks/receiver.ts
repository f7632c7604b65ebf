import type { WebhookEvent } from "./event.ts";
import { handleOnce } from "./handle-once.ts";
import { checkLimits } from "./limits.ts";
import { type ParseOptions, parse } from "./parse.ts";
import { readBody } from "./read-body.ts";
import type { ReplayGuard } from "./replay-guard.ts";
import { secretsOf, type WebhookSecret } from "./secrets.ts";
import type { SignatureHeader } from "./verify.ts";
import { WebhookError, type WebhookErrorReason } from "./webhook-error.ts";

/** How webhooks are received, with any framework. */
export interface WebhookOptions extends ParseOptions {
  /**
   * Your webhook secret, or several while one replaces another. A function is called for every delivery:
   * use one where the secret is not known yet when the module loads, as in a build or on Workers.
   */
  secret: WebhookSecret | (() => WebhookSecret | Promise<WebhookSecret>);
  /**
   * Gets every event that was verified. The delivery is answered with 204 once it returns, or its promise
   * resolves, and with 500 when it throws: so store the event here, and do the work afterwards. The same
   * event may come again; see `replayGuard`.
   */
  onEvent: (event: WebhookEvent) => unknown;
  /**
   * Gets every error, and the status that its delivery was answered with: 500 for what `onEvent` has
   * thrown, 4xx for the {@link WebhookError} of a refused delivery, which any stranger can cause.
   * @defaultValue writes all but refused deliveries to `console.error`
   */
  onError?: ((error: unknown, status: number) => unknown) | undefined;
  /** Keeps an event from being handled twice. By default every delivery is handled. */
  replayGuard?: ReplayGuard | undefined;
  /**
   * The largest body that is read, in bytes. An event has a few hundred; the default leaves it room to
   * grow, and bounds what a stranger can make you hold in memory.
   * @defaultValue 65536
   */
  maxBodyBytes?: number | undefined;
}

/** The headers of every answer. A 405 must say what is allowed, and every other may. */
export const answerHeaders = { allow: "POST" };

/**
 * Takes a delivery and says with which status to answer it, without a body. It never rejects.
 * @param body a raw body or a stream of one. Anything else was parsed before, and is refused.
 */
export type Receiver = (
  method: string | undefined,
  signature: SignatureHeader,
  body: unknown,
) => Promise<number>;

const statuses: Record<WebhookErrorReason, number> = {
  signature: 401,
  body: 400,
  age: 400,
  size: 413,
  configuration: 500,
};

/**
 * What all adapters share.
 * @throws WebhookError `configuration` when there is no secret, or a limit is no number over 0.
 */
export function createReceiver({
  secret,
  onEvent,
  onError = log,
  replayGuard,
  maxBodyBytes = 65_536,
  ...options
}: WebhookOptions): Receiver {
  if (typeof secret !== "function") secretsOf(secret);
  checkLimits({ maxBodyBytes, maxAge: options.maxAge });
  return async (method, signature, body) => {
    if (method !== "POST") return 405;
    let event: WebhookEvent | undefined;
    try {
      const rawBody = await readBody(body, maxBodyBytes);
      const secrets = typeof secret === "function" ? await secret() : secret;
      event = await parse(rawBody, signature, secrets, options);
      return await handleOnce(event, onEvent, replayGuard);
    } catch (error) {
      // Once there is an event, the error is that of `onEvent` or of the guard, whatever its class.
      const status = !event && error instanceof WebhookError ? statuses[error.reason] : 500;
      try {
        await onError(error, status);
      } catch (failure) {
        console.error(failure);
      }
      return status;
    }
  };
}

function log(error: unknown, status: number): void {
  if (status === 500) console.error(error);
}

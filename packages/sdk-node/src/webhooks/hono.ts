import { fetchWebhook } from "./fetch.ts";
import type { WebhookOptions } from "./receiver.ts";

/**
 * Receives webhooks with Hono.
 *
 * ```ts
 * app.all("/webhooks/sms", honoWebhook({ secret: process.env.GCM_WEBHOOK_SECRET, onEvent: store }));
 * ```
 *
 * No middleware may read the body before.
 * @throws {@link WebhookError} `configuration` at once when there is no secret, or a limit is no number
 *   over 0. What happens later goes to `onError`.
 */
export function honoWebhook(
  options: WebhookOptions,
): (context: { req: { raw: Request } }) => Promise<Response> {
  const receive = fetchWebhook(options);
  return (context) => receive(context.req.raw);
}

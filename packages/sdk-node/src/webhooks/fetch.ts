import { signatureHeader } from "../generated/webhooks.ts";
import { answerHeaders, createReceiver, type WebhookOptions } from "./receiver.ts";

/**
 * Receives webhooks with whatever turns a `Request` into a `Response`: route handlers of Next.js, Bun,
 * Deno, Cloudflare Workers. In `app/webhooks/sms/route.ts` of Next.js:
 *
 * ```ts
 * export const POST = fetchWebhook({ secret: () => process.env.GCM_WEBHOOK_SECRET, onEvent: store });
 * ```
 *
 * The secret is a function there because a build loads the module, and may not have the secret.
 * @throws {@link WebhookError} `configuration` at once when there is no secret, or a limit is no number
 *   over 0. What happens later goes to `onError`.
 */
export function fetchWebhook(options: WebhookOptions): (request: Request) => Promise<Response> {
  const receive = createReceiver(options);
  return async (request) => {
    const status = await receive(
      request.method,
      request.headers.get(signatureHeader),
      request.bodyUsed ? undefined : (request.body ?? ""),
    );
    return new Response(null, { status, headers: answerHeaders });
  };
}

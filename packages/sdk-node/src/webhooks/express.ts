import { nodeWebhook } from "./node.ts";

/**
 * Receives webhooks with Express, and with what builds on it, such as Firebase functions and NestJS.
 *
 * ```ts
 * app.post("/webhooks/sms", expressWebhook({ secret: process.env.GCM_WEBHOOK_SECRET, onEvent: store }));
 * app.use(express.json());
 * ```
 *
 * The signature is made of the raw body. So the route stands before `express.json()`; or behind
 * `express.raw({ type: "*\/*" })`; or the parser keeps the raw body in `request.rawBody`, as Firebase does:
 *
 * ```ts
 * app.use(express.json({ verify: (request, response, bytes) => { request.rawBody = bytes; } }));
 * ```
 *
 * Where none of this is so, deliveries are answered with 500 and `onError` is told what to do.
 * @throws {@link WebhookError} `configuration` at once when there is no secret, or a limit is no number
 *   over 0. What happens later goes to `onError`.
 */
export const expressWebhook: typeof nodeWebhook = nodeWebhook;

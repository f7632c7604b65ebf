import { type NodeRequest, type NodeResponse, nodeWebhook } from "./node.ts";
import type { WebhookOptions } from "./receiver.ts";

/** The parts of a Fastify instance that are used here. */
export interface FastifyScope {
  /** Takes away the body parsers of the scope. */
  removeAllContentTypeParsers(): void;
  /** Adds a body parser. */
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  /** Adds a route for every HTTP method. */
  all(
    path: string,
    handler: (
      request: { raw: NodeRequest },
      reply: { raw: NodeResponse; hijack(): unknown },
    ) => Promise<void>,
  ): unknown;
}

/**
 * Receives webhooks with Fastify, as a plugin that answers at its prefix:
 *
 * ```ts
 * app.register(fastifyWebhook, {
 *   prefix: "/webhooks/sms",
 *   secret: process.env.GCM_WEBHOOK_SECRET,
 *   onEvent: store,
 * });
 * ```
 *
 * It reads the raw body in a scope of its own: the body parsers of your other routes stay as they are.
 * Register it as it is: wrapped in `fastify-plugin` it would have no such scope.
 * @throws {@link WebhookError} `configuration` when the app starts and there is no secret, or a limit is no
 *   number over 0. What happens later goes to `onError`.
 */
export async function fastifyWebhook(scope: FastifyScope, options: WebhookOptions): Promise<void> {
  const receive = nodeWebhook(options);
  // Whatever its type, the body stays unread here.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
  scope.all("/", (request, reply) => {
    reply.hijack();
    return receive(request.raw, reply.raw);
  });
}

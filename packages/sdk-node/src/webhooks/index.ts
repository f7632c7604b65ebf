export {
  type KnownWebhookEvent,
  type SmsDeliveredEvent,
  type SmsDispatchedEvent,
  type SmsFailedEvent,
  type SmsQueuedEvent,
  type SmsRejectedEvent,
  signatureHeader,
} from "../generated/webhooks.ts";
export type { UnknownEventName, UnknownWebhookEvent, WebhookEvent } from "./event.ts";
export { expressWebhook } from "./express.ts";
export { type FastifyScope, fastifyWebhook } from "./fastify.ts";
export { fetchWebhook } from "./fetch.ts";
export { honoWebhook } from "./hono.ts";
export { type NodeRequest, type NodeResponse, nodeWebhook } from "./node.ts";
export { type ParseOptions, parse } from "./parse.ts";
export type { RawBody } from "./raw-body.ts";
export type { WebhookOptions } from "./receiver.ts";
export {
  createReplayGuard,
  type ReplayClaim,
  type ReplayGuard,
  type ReplayGuardOptions,
} from "./replay-guard.ts";
export type { WebhookSecret } from "./secrets.ts";
export { sign } from "./sign.ts";
export { type SignatureHeader, verify } from "./verify.ts";
export { WebhookError, type WebhookErrorReason } from "./webhook-error.ts";

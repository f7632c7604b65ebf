// Generated from spec/ by `pnpm generate`. Do not edit.

import type { components } from "@getclickmedia/sms-types";

/** The header that carries the signature of the body. */
export const signatureHeader = "x-gcm-signature" as const;

/** The form of a signature. */
export const signatureForm = /^[0-9a-f]{64}$/;

/** The fields that say when the message reached a status. */
export const timestampFields = ["queuedAt","sentAt","deliveredAt"] as const;

/**
 * `sms.queued`: The gateway has accepted the message. It has not left for the carrier yet.
 */
export type SmsQueuedEvent = components["schemas"]["SmsQueuedEvent"];

/**
 * `sms.dispatched`: The message has left the gateway for the carrier. Whether it arrives is not known
 *   yet.
 */
export type SmsDispatchedEvent = components["schemas"]["SmsDispatchedEvent"];

/**
 * `sms.delivered`: The handset has confirmed receipt. This status is final.
 */
export type SmsDeliveredEvent = components["schemas"]["SmsDeliveredEvent"];

/**
 * `sms.failed`: The message could not be delivered; `failReason` says why. This status is final.
 */
export type SmsFailedEvent = components["schemas"]["SmsFailedEvent"];

/**
 * `sms.rejected`: The operator blocked the message for a DLT or template fault; `failReason` says
 *   which. This status is final.
 */
export type SmsRejectedEvent = components["schemas"]["SmsRejectedEvent"];

/** An event that this version of the SDK knows. */
export type KnownWebhookEvent =
  | SmsQueuedEvent
  | SmsDispatchedEvent
  | SmsDeliveredEvent
  | SmsFailedEvent
  | SmsRejectedEvent;

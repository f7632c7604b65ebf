import type { KnownWebhookEvent } from "../generated/webhooks.ts";

// A string type that no literal belongs to: only an enum keeps the comparison with a known name from
// matching this one too. It exists for the compiler alone.
declare enum UnknownName {
  any = "",
}

/** The name of an event that this version of the SDK does not know. It is a string like any other. */
export type UnknownEventName = UnknownName;

/**
 * An event that was added to the API after this version of the SDK. Answer it like the others, and
 * ignore what you do not understand. To compare its name, widen it: `const name: string = event.event`.
 */
export interface UnknownWebhookEvent {
  /** Its name. */
  event: UnknownEventName;
  /** What else it has. */
  [field: string]: unknown;
}

/**
 * A delivery receipt. `event` tells them apart:
 *
 * ```ts
 * switch (event.event) {
 *   case "sms.delivered":
 *     return markDelivered(event.messageId, event.deliveredAt);
 *   case "sms.failed":
 *   case "sms.rejected":
 *     return markFailed(event.messageId, event.failReason);
 * }
 * ```
 *
 * Fields that were added to the API later are kept, although the types do not list them.
 */
export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

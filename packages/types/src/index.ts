export * from "./generated/catalogue.ts";
export type { components, operations as Operations, paths, webhooks } from "./generated/openapi.ts";

import type * as catalogue from "./generated/catalogue.ts";

/** A documented error code. A response may carry a newer one: `components["schemas"]["ErrorCode"]`. */
export type ErrorCode = keyof typeof catalogue.errorCodes;
/** A documented status of a message. */
export type MessageStatus = keyof typeof catalogue.messageStatuses;
/** A documented plan. */
export type Plan = keyof typeof catalogue.plans;
/** A documented webhook event. */
export type WebhookEventName = keyof typeof catalogue.webhookEvents;
/** What an API key begins with. */
export type KeyPrefix = keyof typeof catalogue.keyPrefixes;
/** The id of an operation. */
export type OperationId = keyof typeof catalogue.operations;

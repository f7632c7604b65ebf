export { countSegments, type SegmentCount } from "@getclickmedia/sms-segments";
export type { ErrorCode, MessageStatus, OperationId } from "@getclickmedia/sms-types";
export type { BulkCounts, BulkOutcome, BulkResult } from "./bulk/bulk-result.ts";
export type { Recipients } from "./bulk/recipient-reader.ts";
export type { BulkOptions, BulkRequest } from "./bulk/send-bulk.ts";
export type { RequestOptions, SmsPromise, SmsResponse } from "./call.ts";
export { SmsClient } from "./client.ts";
export type { Environment, Fetch, Plan, SmsClientOptions } from "./configuration.ts";
export {
  SmsAbortError,
  SmsConfigurationError,
  SmsConnectionError,
  SmsError,
  type SmsErrorDetails,
  SmsTimeoutError,
} from "./errors.ts";
export * from "./generated/errors.ts";
// By name, since how operations are called is nobody's business.
export type {
  BalanceResponse,
  BatchStatusResponse,
  BulkSendRequest,
  BulkSendResponse,
  CancelResponse,
  MessageStatusResponse,
  SendRequest,
  SendResponse,
} from "./generated/operations.ts";
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./hooks.ts";
export type { Middleware, Next } from "./middleware.ts";
export type { Sleep } from "./sleep.ts";
export type { WatchOptions } from "./watch-status.ts";

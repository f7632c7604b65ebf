import type { ErrorCode } from "@getclickmedia/sms-types";

/** What is known of a call that failed. */
export type SmsErrorDetails = ErrorOptions &
  Partial<
    Pick<SmsError, "code" | "status" | "requestId" | "retryable" | "deliveryUnknown" | "retryAfter">
  >;

/**
 * The base of every error of this SDK. An answer with a documented code has a class of its own, as
 * {@link RateLimitExceededError}; an answer with another code, or with none, is an `SmsError` itself.
 * No error holds the API key or the text of a message.
 */
export class SmsError extends Error {
  static {
    SmsError.prototype.name = "SmsError";
  }
  /** The code of the API's error body. A code may be newer than this SDK. */
  declare readonly code: ErrorCode | (string & {}) | undefined;
  /** The HTTP status; `undefined` when there was no answer. */
  declare readonly status: number | undefined;
  /** Names the call, for support. */
  declare readonly requestId: string | undefined;
  /** Whether the same call may be repeated later without risk. The SDK's own retries are used up by then. */
  declare readonly retryable: boolean;
  /**
   * Whether the message may have been accepted although the call failed: then do not send it again.
   * Only sends can have it `true`.
   */
  declare readonly deliveryUnknown: boolean;
  /** How many seconds the API asked to wait before the next call, where it did. */
  declare readonly retryAfter: number | undefined;

  /** Applications have no need to make one, but for their tests. */
  constructor(message: string, details: SmsErrorDetails = {}) {
    super(message, details);
    this.code = details.code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryable = Boolean(details.retryable);
    this.deliveryUnknown = Boolean(details.deliveryUnknown);
    this.retryAfter = details.retryAfter;
  }
}

/** The class of each documented code. Codes come from outside: without a prototype none of them names a method. */
export const errorClasses: Record<string, typeof SmsError> = Object.create(null);

/** `RATE_LIMIT_EXCEEDED` is thrown as `RateLimitExceededError`, and `GATEWAY_ERROR` as `GatewayError`. */
export function errorClassName(code: string): string {
  const words = `${code.replace(/_ERROR$/, "")}_ERROR`.toLowerCase();
  return words.replace(/(^|_)./g, (start) => start.slice(-1).toUpperCase());
}

/** Makes a class that of a code, and gives it its name, which a minifier would take. */
export function nameAfter(code: string, errorClass: typeof SmsError): void {
  errorClass.prototype.name = errorClassName(code);
  errorClasses[code] = errorClass;
}

/** The connection failed: `cause` says how. */
export class SmsConnectionError extends SmsError {
  static {
    SmsConnectionError.prototype.name = "SmsConnectionError";
  }
}

/** No full answer came within `timeout`. */
export class SmsTimeoutError extends SmsError {
  static {
    SmsTimeoutError.prototype.name = "SmsTimeoutError";
  }
}

/** Your `signal` was aborted; `cause` is its reason. */
export class SmsAbortError extends SmsError {
  static {
    SmsAbortError.prototype.name = "SmsAbortError";
  }
}

/** The client or a call was set up wrongly. Nothing was sent. */
export class SmsConfigurationError extends SmsError {
  static {
    SmsConfigurationError.prototype.name = "SmsConfigurationError";
  }
}

// Generated from spec/ by `pnpm generate`. Do not edit.

import type { SmsError } from "../errors.ts";
import * as errors from "./errors.ts";

/** The class of each documented code. */
export const errorClasses: Readonly<Record<string, typeof SmsError>> = {
  __proto__: null as never,
  INVALID_NUMBER: errors.InvalidNumberError,
  MISSING_FIELD: errors.MissingFieldError,
  INVALID_REQUEST: errors.InvalidRequestError,
  INVALID_API_KEY: errors.InvalidApiKeyError,
  INSUFFICIENT_CREDITS: errors.InsufficientCreditsError,
  ROUTE_FORBIDDEN: errors.RouteForbiddenError,
  NOT_FOUND: errors.NotFoundError,
  NOT_CANCELLABLE: errors.NotCancellableError,
  TEMPLATE_MISMATCH: errors.TemplateMismatchError,
  SENDER_NOT_REGISTERED: errors.SenderNotRegisteredError,
  RATE_LIMIT_EXCEEDED: errors.RateLimitExceededError,
  GATEWAY_ERROR: errors.GatewayError,
};

/** The codes with which nothing was accepted and the call may be repeated, each with its status. */
export const retryableCodes: Readonly<Record<string, number>> = {
  __proto__: null as never,
  RATE_LIMIT_EXCEEDED: 429,
  GATEWAY_ERROR: 500,
};

// Generated from spec/ by `pnpm generate`. Do not edit.

import { nameAfter, SmsError } from "../errors.ts";

/**
 * `INVALID_NUMBER` (400): A phone number is not 91 and ten digits.
 *
 * Correct the number. The message names the field, and for a bulk send the position in the list.
 */
export class InvalidNumberError extends SmsError {
  static {
    nameAfter("INVALID_NUMBER", InvalidNumberError);
  }
}

/**
 * `MISSING_FIELD` (400): A required field is not in the body.
 *
 * Add the field that the message names.
 */
export class MissingFieldError extends SmsError {
  static {
    nameAfter("MISSING_FIELD", MissingFieldError);
  }
}

/**
 * `INVALID_REQUEST` (400, 405, 408, 413, 415, 417, 431): The request cannot be read or breaks a rule
 *   that has no code of its own: malformed JSON, a wrong type, an unknown field or value, a bad or
 *   past date, too many recipients, a body that is too large, or a method or content type that is not
 *   accepted.
 *
 * Correct the request as the message says.
 */
export class InvalidRequestError extends SmsError {
  static {
    nameAfter("INVALID_REQUEST", InvalidRequestError);
  }
}

/**
 * `INVALID_API_KEY` (401): The key is missing, unknown or revoked.
 *
 * Check the `x-api-key` header, and create a new key in the dashboard if this one was revoked.
 */
export class InvalidApiKeyError extends SmsError {
  static {
    nameAfter("INVALID_API_KEY", InvalidApiKeyError);
  }
}

/**
 * `INSUFFICIENT_CREDITS` (402): The balance does not cover what the send would cost.
 *
 * Add credits, then send again. Nothing was sent or charged.
 */
export class InsufficientCreditsError extends SmsError {
  static {
    nameAfter("INSUFFICIENT_CREDITS", InsufficientCreditsError);
  }
}

/**
 * `ROUTE_FORBIDDEN` (403): The account is not authorised for this type of message, or for a call that
 *   has no type.
 *
 * Have the type or the call opened for the account, or use a type that it is authorised for.
 */
export class RouteForbiddenError extends SmsError {
  static {
    nameAfter("ROUTE_FORBIDDEN", RouteForbiddenError);
  }
}

/**
 * `NOT_FOUND` (404): No such message, batch or path for this account.
 *
 * Check the id, and that the key belongs to the account and environment that sent it.
 */
export class NotFoundError extends SmsError {
  static {
    nameAfter("NOT_FOUND", NotFoundError);
  }
}

/**
 * `NOT_CANCELLABLE` (409): The batch was not scheduled, has started already or is cancelled.
 *
 * Read the batch to see how far it is. Messages that have left cannot be called back.
 */
export class NotCancellableError extends SmsError {
  static {
    nameAfter("NOT_CANCELLABLE", NotCancellableError);
  }
}

/**
 * `TEMPLATE_MISMATCH` (422): The text does not match the DLT template.
 *
 * Compare the fixed text and the number of variables with the approved template.
 */
export class TemplateMismatchError extends SmsError {
  static {
    nameAfter("TEMPLATE_MISMATCH", TemplateMismatchError);
  }
}

/**
 * `SENDER_NOT_REGISTERED` (422): DLT has not approved the sender header.
 *
 * Use an approved header, or wait until DLT approves this one.
 */
export class SenderNotRegisteredError extends SmsError {
  static {
    nameAfter("SENDER_NOT_REGISTERED", SenderNotRegisteredError);
  }
}

/**
 * `RATE_LIMIT_EXCEEDED` (429): The account has sent more requests in this second than its plan allows.
 *
 * Wait the seconds that `Retry-After` says, then repeat the call. Nothing was accepted.
 */
export class RateLimitExceededError extends SmsError {
  static {
    nameAfter("RATE_LIMIT_EXCEEDED", RateLimitExceededError);
  }
}

/**
 * `GATEWAY_ERROR` (500): The carrier behind the gateway has a fault.
 *
 * Repeat the call with growing pauses. Nothing was accepted.
 */
export class GatewayError extends SmsError {
  static {
    nameAfter("GATEWAY_ERROR", GatewayError);
  }
}

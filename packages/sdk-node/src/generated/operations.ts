// Generated from spec/ by `pnpm generate`. Do not edit.

import type { components } from "@getclickmedia/sms-types";
import type { Call, Operation, RequestOptions, SmsPromise } from "../call.ts";

/**
 * One message to one mobile.
 */
export type SendRequest = components["schemas"]["SendRequest"];

/**
 * The message as the gateway accepted it.
 */
export type SendResponse = components["schemas"]["SendResponse"];

/**
 * One text to many mobiles.
 */
export type BulkSendRequest = components["schemas"]["BulkSendRequest"];

/**
 * The batch as the gateway accepted it.
 */
export type BulkSendResponse = components["schemas"]["BulkSendResponse"];

/**
 * One message and how far it has come.
 */
export type MessageStatusResponse = components["schemas"]["MessageStatusResponse"];

/**
 * How far a bulk send has come.
 */
export type BatchStatusResponse = components["schemas"]["BatchStatusResponse"];

/**
 * The batch that will not be sent.
 */
export type CancelResponse = components["schemas"]["CancelResponse"];

/**
 * What the account has left, and under which plan.
 */
export type BalanceResponse = components["schemas"]["BalanceResponse"];

/** How each operation is called. */
export const operations = {
  send: { id: "send", method: "POST", path: "/sms/send", answers: "messageId" },
  sendBulk: { id: "sendBulk", method: "POST", path: "/sms/bulk", answers: "batchId" },
  getStatus: { id: "getStatus", method: "GET", path: "/sms/status/{messageId}" },
  getBatch: { id: "getBatch", method: "GET", path: "/sms/batch/{batchId}" },
  cancelScheduled: { id: "cancelScheduled", method: "DELETE", path: "/sms/schedule/{batchId}" },
  getBalance: { id: "getBalance", method: "GET", path: "/account/balance" },
} as const satisfies Record<string, Operation>;

/** A method for each operation of the API. */
export class ApiMethods {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /**
   * Send one message.
   *
   * Sends one message to one mobile, at once or at `scheduleAt`. The answer says that the gateway has
   * accepted it, not that it has arrived: keep `messageId` and follow the message with
   * `getStatus` or the delivery receipts.
   *
   * `message` must equal the DLT template with its variables filled in, or the call is refused with
   * `TEMPLATE_MISMATCH`. The answer says what it costs in credits. A scheduled single message cannot be
   * cancelled.
   *
   * After a timeout or a broken connection the message may have been accepted: do not send it again.
   *
   * `POST /sms/send`
   *
   * @throws MissingFieldError A required field is not in the body.
   * @throws InvalidNumberError A phone number is not 91 and ten digits.
   * @throws InvalidRequestError The request cannot be read or breaks a rule that has no code of its own:
   *   malformed JSON, a wrong type, an unknown field or value, a bad or past date, too many recipients,
   *   a body that is too large, or a method or content type that is not accepted. The body is larger
   *   than the server reads. The body is not declared as JSON.
   * @throws InvalidApiKeyError The key is missing, unknown or revoked.
   * @throws InsufficientCreditsError The balance does not cover what the send would cost.
   * @throws RouteForbiddenError The account is not authorised for this type of message, or for this call
   *   where it has no `type`.
   * @throws TemplateMismatchError The text does not match the DLT template.
   * @throws SenderNotRegisteredError DLT has not approved the sender header.
   * @throws RateLimitExceededError The account has used up its requests for this second. Wait for
   *   `Retry-After`, then repeat the call.
   * @throws GatewayError The carrier behind the gateway has a fault. Repeat the call with growing
   *   pauses.
   */
  send(request: SendRequest, options?: RequestOptions): SmsPromise<SendResponse> {
    return this.#call(operations.send, options, request);
  }

  /**
   * Ask how far a message has come.
   *
   * Reads one message with its present status. `delivered`, `failed` and `rejected` are final: stop
   * asking then. Until then ask with growing pauses, or receive the delivery receipts instead, which
   * arrive without asking.
   *
   * `GET /sms/status/{messageId}`
   *
   * @throws InvalidRequestError The id in the path has not the form of a message id.
   * @throws InvalidApiKeyError The key is missing, unknown or revoked.
   * @throws RouteForbiddenError The account is not authorised for this type of message, or for this call
   *   where it has no `type`.
   * @throws NotFoundError The account has no such message.
   * @throws RateLimitExceededError The account has used up its requests for this second. Wait for
   *   `Retry-After`, then repeat the call.
   * @throws GatewayError The carrier behind the gateway has a fault. Repeat the call with growing
   *   pauses.
   */
  getStatus(messageId: string, options?: RequestOptions): SmsPromise<MessageStatusResponse> {
    return this.#call(operations.getStatus, options, undefined, { messageId });
  }

  /**
   * Read the counts of a batch.
   *
   * Reads how many messages of a bulk send have been delivered, have failed or are pending. The batch is
   * finished when `completedAt` is no longer `null`; until then ask with growing pauses.
   *
   * `GET /sms/batch/{batchId}`
   *
   * @throws InvalidRequestError The id in the path has not the form of a batch id.
   * @throws InvalidApiKeyError The key is missing, unknown or revoked.
   * @throws RouteForbiddenError The account is not authorised for this type of message, or for this call
   *   where it has no `type`.
   * @throws NotFoundError The account has no such batch.
   * @throws RateLimitExceededError The account has used up its requests for this second. Wait for
   *   `Retry-After`, then repeat the call.
   * @throws GatewayError The carrier behind the gateway has a fault. Repeat the call with growing
   *   pauses.
   */
  getBatch(batchId: string, options?: RequestOptions): SmsPromise<BatchStatusResponse> {
    return this.#call(operations.getBatch, options, undefined, { batchId });
  }

  /**
   * Cancel a scheduled batch.
   *
   * Calls a bulk send off before its `scheduleAt`. None of its messages is sent. Once the batch has
   * started the call is refused with `NOT_CANCELLABLE`. There is nothing like it for a scheduled single
   * message.
   *
   * `DELETE /sms/schedule/{batchId}`
   *
   * @throws InvalidRequestError The id in the path has not the form of a batch id.
   * @throws InvalidApiKeyError The key is missing, unknown or revoked.
   * @throws RouteForbiddenError The account is not authorised for this type of message, or for this call
   *   where it has no `type`.
   * @throws NotFoundError The account has no such batch.
   * @throws NotCancellableError The batch has started, was not scheduled, or is cancelled already.
   * @throws RateLimitExceededError The account has used up its requests for this second. Wait for
   *   `Retry-After`, then repeat the call.
   * @throws GatewayError The carrier behind the gateway has a fault. Repeat the call with growing
   *   pauses.
   */
  cancelScheduled(batchId: string, options?: RequestOptions): SmsPromise<CancelResponse> {
    return this.#call(operations.cancelScheduled, options, undefined, { batchId });
  }

  /**
   * Check the credit balance.
   *
   * Reads the credits left, the plan of the account and the day on which the credits expire.
   * Ask before a campaign, so that it does not stop half-way for want of credit.
   *
   * `GET /account/balance`
   *
   * @throws InvalidRequestError The request has a query parameter that the operation does not know.
   * @throws InvalidApiKeyError The key is missing, unknown or revoked.
   * @throws RouteForbiddenError The account is not authorised for this type of message, or for this call
   *   where it has no `type`.
   * @throws RateLimitExceededError The account has used up its requests for this second. Wait for
   *   `Retry-After`, then repeat the call.
   * @throws GatewayError The carrier behind the gateway has a fault. Repeat the call with growing
   *   pauses.
   */
  getBalance(options?: RequestOptions): SmsPromise<BalanceResponse> {
    return this.#call(operations.getBalance, options);
  }
}

<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Generated;

use GetClickMedia\Sms\Bulk\BulkCounts;
use GetClickMedia\Sms\Bulk\BulkResult;
use GetClickMedia\Sms\Enum\MessageType;
use GetClickMedia\Sms\Exception\Api\GatewayException;
use GetClickMedia\Sms\Exception\Api\InsufficientCreditsException;
use GetClickMedia\Sms\Exception\Api\InvalidApiKeyException;
use GetClickMedia\Sms\Exception\Api\InvalidNumberException;
use GetClickMedia\Sms\Exception\Api\InvalidRequestException;
use GetClickMedia\Sms\Exception\Api\MissingFieldException;
use GetClickMedia\Sms\Exception\Api\NotCancellableException;
use GetClickMedia\Sms\Exception\Api\NotFoundException;
use GetClickMedia\Sms\Exception\Api\RateLimitExceededException;
use GetClickMedia\Sms\Exception\Api\RouteForbiddenException;
use GetClickMedia\Sms\Exception\Api\SenderNotRegisteredException;
use GetClickMedia\Sms\Exception\Api\TemplateMismatchException;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Internal\Answer;
use GetClickMedia\Sms\Model\BalanceResponse;
use GetClickMedia\Sms\Model\BatchStatusResponse;
use GetClickMedia\Sms\Model\CancelResponse;
use GetClickMedia\Sms\Model\MessageStatusResponse;
use GetClickMedia\Sms\Model\SendResponse;

/**
 * A method for each operation of the API.
 */
abstract class ApiMethods
{
    /**
     * Send one message.
     *
     * Sends one message to one mobile, at once or at `scheduleAt`. The answer says that the gateway has accepted
     * it, not that it has arrived: keep `messageId` and follow the message with `getStatus` or the delivery
     * receipts.
     *
     * `message` must equal the DLT template with its variables filled in, or the call is refused with
     * `TEMPLATE_MISMATCH`. The answer says what it costs in credits. A scheduled single message cannot be
     * cancelled.
     *
     * After a timeout or a broken connection the message may have been accepted: do not send it again.
     *
     * `POST /sms/send`
     *
     * @param string $to An Indian mobile in E.164 without the plus sign: 91 and ten digits.
     * @param string $message The whole text, equal to the approved DLT template with its variables filled in.
     *     Without `unicode` the gateway replaces typographic punctuation by its plain GSM-7 form before it
     *     counts credits.
     * @param string $senderId The six-character header, registered on DLT, that the handset shows as the sender.
     * @param string $templateId The number that DLT gave to your approved template, as a string of digits.
     * @param MessageType|string $type What kind of message it is. The account has to be authorised for it.
     * @param bool|null $unicode Set it to `true` for text that GSM-7 cannot carry, such as regional languages.
     *     The text is then sent and counted as UCS-2, exactly as given. What happens to such a text without the
     *     flag is not defined.
     * @param \DateTimeInterface|string|null $scheduleAt When to send, as an ISO 8601 date and time with its
     *     offset from UTC. Leave it out to send at once. A time in the past is refused, and so is one without
     *     seconds, or without a colon in its offset.
     *
     * @throws MissingFieldException A required field is not in the body.
     * @throws InvalidNumberException A phone number is not 91 and ten digits.
     * @throws InvalidRequestException The request cannot be read or breaks a rule that has no code of its own:
     *     malformed JSON, a wrong type, an unknown field or value, a bad or past date, too many recipients, a
     *     body that is too large, or a method or content type that is not accepted. The body is larger than the
     *     server reads. The body is not declared as JSON.
     * @throws InvalidApiKeyException The key is missing, unknown or revoked.
     * @throws InsufficientCreditsException The balance does not cover what the send would cost.
     * @throws RouteForbiddenException The account is not authorised for this type of message, or for this call
     *     where it has no `type`.
     * @throws TemplateMismatchException The text does not match the DLT template.
     * @throws SenderNotRegisteredException DLT has not approved the sender header.
     * @throws RateLimitExceededException The account has used up its requests for this second. Wait for
     *     `Retry-After`, then repeat the call.
     * @throws GatewayException The carrier behind the gateway has a fault. Repeat the call with growing pauses.
     * @throws SmsException Anything else: `deliveryUnknown` says whether it may have been accepted.
     */
    public function send(
        #[\SensitiveParameter] string $to,
        #[\SensitiveParameter] string $message,
        string $senderId,
        string $templateId,
        MessageType|string $type,
        ?bool $unicode = null,
        \DateTimeInterface|string|null $scheduleAt = null,
    ): SendResponse {
        $answer = $this->call(Operation::Send, [
            'to' => $to,
            'message' => $message,
            'senderId' => $senderId,
            'templateId' => $templateId,
            'type' => $type,
            'unicode' => $unicode,
            'scheduleAt' => $scheduleAt,
        ]);

        return new SendResponse($answer->raw, $answer->status, $answer->headers);
    }

    /**
     * Send one text to any number of mobiles.
     *
     * The recipients are split over as many calls of `POST /sms/bulk` as the plan asks for. The result says for
     * each recipient whether it was accepted, and as which batch; was not, and why; or may have been. It holds
     * failures too instead of throwing them, since others may have been accepted before: look at `complete`, and
     * give `remaining()` to `sendBulk` to go on.
     *
     * @param iterable<mixed> $recipients The mobiles to send to, in E.164 without the plus sign: an array, or
     *     anything that can be iterated over, as a generator. It is read as the calls go out; after a failed
     *     call it is read to its end, so that everyone has an outcome. A number that comes twice is sent to
     *     once.
     * @param string $message The whole text, equal to the approved DLT template with its variables filled in.
     *     Without `unicode` the gateway replaces typographic punctuation by its plain GSM-7 form before it
     *     counts credits.
     * @param string $senderId The six-character header, registered on DLT, that the handset shows as the sender.
     * @param string $templateId The number that DLT gave to your approved template, as a string of digits.
     * @param MessageType|string $type What kind of message it is. The account has to be authorised for it.
     * @param ?int $recipientsPerRequest The most recipients of one call. By default what the client's `plan`
     *     allows.
     * @param ?\Closure(BulkCounts): mixed $onProgress Is told after each call how many recipients have which
     *     outcome. What it throws stops nothing: PHP's error log has it.
     * @param bool|null $unicode Set it to `true` for text that GSM-7 cannot carry, as in a single send.
     * @param \DateTimeInterface|string|null $scheduleAt When to send, as an ISO 8601 date and time with its
     *     offset from UTC. Leave it out to send at once. A time in the past is refused, and so is one without
     *     seconds, or without a colon in its offset.
     *
     * @throws ConfigurationException An argument cannot be right. Nothing was sent.
     */
    public function sendBulk(
        #[\SensitiveParameter] iterable $recipients,
        #[\SensitiveParameter] string $message,
        string $senderId,
        string $templateId,
        MessageType|string $type,
        ?int $recipientsPerRequest = null,
        ?\Closure $onProgress = null,
        ?bool $unicode = null,
        \DateTimeInterface|string|null $scheduleAt = null,
    ): BulkResult {
        $body = [
            'recipients' => [],
            'message' => $message,
            'senderId' => $senderId,
            'templateId' => $templateId,
            'type' => $type,
            'unicode' => $unicode,
            'scheduleAt' => $scheduleAt,
        ];

        return $this->callInBulk(
            Operation::SendBulk,
            $recipients,
            $body,
            $recipientsPerRequest,
            $onProgress,
        );
    }

    /**
     * Ask how far a message has come.
     *
     * Reads one message with its present status. `delivered`, `failed` and `rejected` are final: stop asking
     * then. Until then ask with growing pauses, or receive the delivery receipts instead, which arrive without
     * asking.
     *
     * `GET /sms/status/{messageId}`
     *
     * @throws InvalidRequestException The id in the path has not the form of a message id.
     * @throws InvalidApiKeyException The key is missing, unknown or revoked.
     * @throws RouteForbiddenException The account is not authorised for this type of message, or for this call
     *     where it has no `type`.
     * @throws NotFoundException The account has no such message.
     * @throws RateLimitExceededException The account has used up its requests for this second. Wait for
     *     `Retry-After`, then repeat the call.
     * @throws GatewayException The carrier behind the gateway has a fault. Repeat the call with growing pauses.
     * @throws SmsException Anything else, as a connection that broke.
     */
    public function getStatus(string $messageId): MessageStatusResponse
    {
        $answer = $this->call(Operation::GetStatus, ids: ['messageId' => $messageId]);

        return new MessageStatusResponse($answer->raw, $answer->status, $answer->headers);
    }

    /**
     * Read the counts of a batch.
     *
     * Reads how many messages of a bulk send have been delivered, have failed or are pending. The batch is
     * finished when `completedAt` is no longer `null`; until then ask with growing pauses.
     *
     * `GET /sms/batch/{batchId}`
     *
     * @throws InvalidRequestException The id in the path has not the form of a batch id.
     * @throws InvalidApiKeyException The key is missing, unknown or revoked.
     * @throws RouteForbiddenException The account is not authorised for this type of message, or for this call
     *     where it has no `type`.
     * @throws NotFoundException The account has no such batch.
     * @throws RateLimitExceededException The account has used up its requests for this second. Wait for
     *     `Retry-After`, then repeat the call.
     * @throws GatewayException The carrier behind the gateway has a fault. Repeat the call with growing pauses.
     * @throws SmsException Anything else, as a connection that broke.
     */
    public function getBatch(string $batchId): BatchStatusResponse
    {
        $answer = $this->call(Operation::GetBatch, ids: ['batchId' => $batchId]);

        return new BatchStatusResponse($answer->raw, $answer->status, $answer->headers);
    }

    /**
     * Cancel a scheduled batch.
     *
     * Calls a bulk send off before its `scheduleAt`. None of its messages is sent. Once the batch has started
     * the call is refused with `NOT_CANCELLABLE`. There is nothing like it for a scheduled single message.
     *
     * `DELETE /sms/schedule/{batchId}`
     *
     * @throws InvalidRequestException The id in the path has not the form of a batch id.
     * @throws InvalidApiKeyException The key is missing, unknown or revoked.
     * @throws RouteForbiddenException The account is not authorised for this type of message, or for this call
     *     where it has no `type`.
     * @throws NotFoundException The account has no such batch.
     * @throws NotCancellableException The batch has started, was not scheduled, or is cancelled already.
     * @throws RateLimitExceededException The account has used up its requests for this second. Wait for
     *     `Retry-After`, then repeat the call.
     * @throws GatewayException The carrier behind the gateway has a fault. Repeat the call with growing pauses.
     * @throws SmsException Anything else, as a connection that broke.
     */
    public function cancelScheduled(string $batchId): CancelResponse
    {
        $answer = $this->call(Operation::CancelScheduled, ids: ['batchId' => $batchId]);

        return new CancelResponse($answer->raw, $answer->status, $answer->headers);
    }

    /**
     * Check the credit balance.
     *
     * Reads the credits left, the plan of the account and the day on which the credits expire. Ask before a
     * campaign, so that it does not stop half-way for want of credit.
     *
     * `GET /account/balance`
     *
     * @throws InvalidRequestException The request has a query parameter that the operation does not know.
     * @throws InvalidApiKeyException The key is missing, unknown or revoked.
     * @throws RouteForbiddenException The account is not authorised for this type of message, or for this call
     *     where it has no `type`.
     * @throws RateLimitExceededException The account has used up its requests for this second. Wait for
     *     `Retry-After`, then repeat the call.
     * @throws GatewayException The carrier behind the gateway has a fault. Repeat the call with growing pauses.
     * @throws SmsException Anything else, as a connection that broke.
     */
    public function getBalance(): BalanceResponse
    {
        $answer = $this->call(Operation::GetBalance);

        return new BalanceResponse($answer->raw, $answer->status, $answer->headers);
    }

    /**
     * @param array<string, mixed> $body
     * @param array<string, string> $ids
     */
    abstract protected function call(
        Operation $operation,
        #[\SensitiveParameter] array $body = [],
        array $ids = [],
    ): Answer;

    /**
     * @param iterable<mixed> $recipients
     * @param array<string, mixed> $body
     * @param ?\Closure(BulkCounts): mixed $onProgress
     */
    abstract protected function callInBulk(
        Operation $operation,
        #[\SensitiveParameter] iterable $recipients,
        #[\SensitiveParameter] array $body,
        ?int $recipientsPerRequest,
        ?\Closure $onProgress,
    ): BulkResult;
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception;

use GetClickMedia\Sms\Internal\SerializesWithoutTrace;

/**
 * The base of every exception of this SDK. An answer with a documented code has a class of its own, as
 * `RateLimitExceededException`; an answer with another code, or with none, is an `SmsException` itself.
 * None holds the API key or the text of a message, nor the request.
 */
class SmsException extends \RuntimeException
{
    use SerializesWithoutTrace;

    /**
     * Applications have no need to make one, but for their tests.
     *
     * @param ?string $errorCode The code of the API's error body. It may be newer than this SDK.
     * @param ?int $status The HTTP status; `null` when there was no answer.
     * @param ?string $requestId Names the call, for support.
     * @param bool $retryable Whether the same call may be repeated later without risk. The SDK's own retries are
     *     used up by then.
     * @param bool $deliveryUnknown Whether the message may have been accepted although the call failed: then do
     *     not send it again. Only sends can have it `true`.
     * @param ?float $retryAfter How many seconds the API asked to wait before the next call, where it did.
     */
    final public function __construct(
        string $message = '',
        public readonly ?string $errorCode = null,
        public readonly ?int $status = null,
        public readonly ?string $requestId = null,
        public readonly bool $retryable = false,
        public readonly bool $deliveryUnknown = false,
        public readonly ?float $retryAfter = null,
        ?\Throwable $previous = null,
    ) {
        parent::__construct($message, 0, $previous);
    }
}

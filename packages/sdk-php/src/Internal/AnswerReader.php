<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Http\Response;

/**
 * Decides what an answer means.
 *
 * @internal
 */
final class AnswerReader
{
    /**
     * @param string $hint What is to be said with a conflict.
     * @throws SmsException of the class of its code; of the base class where the code is new or there is none.
     */
    public static function read(
        #[\SensitiveParameter] Message $message,
        #[\SensitiveParameter] Response $response,
        ApiKey $apiKey,
        string $hint,
    ): Answer {
        $status = $response->status;
        $raw = Json::object($response->body) ?? Json::object(self::decompressed($response));
        if (!$response->isSuccess()) {
            throw self::refusal($message, $response, $raw ?? [], $apiKey, $hint);
        }
        $proof = $message->operation->proof();
        if ($raw === null || ($proof !== null && !is_string($raw[$proof] ?? null))) {
            throw new SmsException(
                "{$message->operation->value} was answered with $status but not with its " . ($proof ?? 'JSON') . '.',
                status: $status,
                deliveryUnknown: $message->sends(),
            );
        }

        return new Answer($raw, $status, $response->headers);
    }

    /** Whether an answer says that nothing was done, and that the call may be made again. */
    public static function refusesRetryably(?int $status, ?string $code): bool
    {
        return $status === 429 || ($code !== null && (Catalogue::RETRYABLE_CODES[$code] ?? null) === $status);
    }

    /** @param array<array-key, mixed> $raw */
    private static function refusal(
        #[\SensitiveParameter] Message $message,
        #[\SensitiveParameter] Response $response,
        #[\SensitiveParameter] array $raw,
        ApiKey $apiKey,
        string $hint,
    ): SmsException {
        $status = $response->status;
        $detail = is_array($raw['error'] ?? null) ? $raw['error'] : [];
        $field = static function (string $name) use ($detail, $message, $apiKey): ?string {
            $told = Field::textOrNull($detail, $name);

            return $told === null ? null : $message->redact($told, $apiKey);
        };
        // What is decided on is the code as it came; one that is documented cannot give anything away.
        $code = Field::textOrNull($detail, 'code');
        $told = $field('message') ?? '';
        $advice = $status < 400 ? ': check baseUrl' : '';
        $refused = self::refusesRetryably($status, $code);
        $sends = $message->sends();
        $class = Catalogue::EXCEPTIONS[$code ?? ''] ?? null;

        return new ($class ?? SmsException::class)(
            ($told !== ''
                ? $told
                : "{$message->operation->value} was answered with $status and no error of the API$advice.")
                . ($status === 409 ? $hint : ''),
            errorCode: $class === null ? $field('code') : $code,
            status: $status,
            requestId: $field('requestId'),
            retryable: $refused || (!$sends && ($status === 408 || $status >= 500)),
            deliveryUnknown: $sends && !$refused && self::leavesOpen($status, $code),
            retryAfter: RetryAfter::read($response->headers['retry-after'] ?? ''),
        );
    }

    /** Whether something may have been done, although the answer is no success. */
    private static function leavesOpen(int $status, ?string $code): bool
    {
        return match (true) {
            // A server that has done something may point to it; with 301, 307 and 308 it only is somewhere else.
            $status < 400 => $status < 307 && $status !== 301,
            // Without a code of the API it was something on the way that gave up waiting, and the API may not have.
            $status === 408, $status === 499 => ($code ?? '') === '',
            default => $status >= 500,
        };
    }

    /** The body, where something on the way has compressed it although nobody had asked for that. */
    private static function decompressed(#[\SensitiveParameter] Response $response): string
    {
        $encoding = strtolower($response->headers['content-encoding'] ?? '');
        if (!in_array($encoding, ['gzip', 'x-gzip', 'deflate'], true) || !function_exists('zlib_decode')) {
            return '';
        }
        set_error_handler(static fn (): bool => true); // It warns of what it cannot read.
        try {
            $body = (string) zlib_decode($response->body, Response::LONGEST_BODY);
        } finally {
            restore_error_handler();
        }

        // It may go a little beyond what it was allowed.
        return strlen($body) > Response::LONGEST_BODY ? '' : $body;
    }
}

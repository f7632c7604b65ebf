<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal\Fake;

use GetClickMedia\Sms\Generated\Examples;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Http\Response;

/**
 * Answers of the fake API.
 *
 * @internal
 */
final class Answers
{
    /** @param array<string, mixed> $body */
    public static function success(array $body): Response
    {
        return self::json(200, [], $body);
    }

    /**
     * A documented error.
     *
     * @param ?string $message Says what is wrong this time, in place of the example's.
     * @throws \InvalidArgumentException The operation never answers it.
     */
    public static function error(
        Operation $operation,
        string $code,
        ?string $message = null,
        ?int $retryAfter = null,
    ): Response {
        $known = Examples::ERRORS[$operation->value];
        $example = $known[$code] ?? throw new \InvalidArgumentException(
            "$operation->value never answers $code. It may answer " . implode(', ', array_keys($known)) . '.',
        );
        $body = $example['body'];
        if ($message !== null) {
            $body['error']['message'] = $message;
        }
        $headers = $example['headers'] ?? [];
        if ($retryAfter !== null) {
            $headers['retry-after'] = (string) $retryAfter;
        }

        return self::json($example['status'], $headers, $body);
    }

    /**
     * @param array<string, string> $headers
     * @param array<string, mixed> $body
     */
    private static function json(int $status, array $headers, array $body): Response
    {
        $text = json_encode($body, JSON_THROW_ON_ERROR);

        return new Response($status, ['content-type' => 'application/json', ...$headers], $text);
    }
}

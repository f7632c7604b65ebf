<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Testing;

/**
 * A request that the client made, and how it was answered. It stands here as it was, also when the API refused it.
 */
final readonly class FakeRequest
{
    /**
     * @param string $operation The method of the client, as `send`.
     * @param array<array-key, string> $ids What was in the path, as `messageId`.
     * @param ?array<array-key, mixed> $body The decoded JSON, where there was a body.
     * @param array<array-key, string> $headers The HTTP headers, by their names in lower case.
     * @param ?int $status The HTTP status of the answer; `null` when the connection broke before there was one.
     */
    public function __construct(
        public string $operation,
        public array $ids,
        public ?array $body,
        public array $headers,
        public ?int $status,
    ) {
    }
}

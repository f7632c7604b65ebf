<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * An answer, whatever its status.
 */
final readonly class Response
{
    /** A longer body, in bytes, counts as a broken answer: decoding it could use up the memory. */
    public const LONGEST_BODY = 1024 * 1024;

    /**
     * @param array<string, string> $headers By their names in lower case.
     */
    public function __construct(
        public int $status,
        public array $headers,
        public string $body,
    ) {
    }

    public function isSuccess(): bool
    {
        return $this->status >= 200 && $this->status < 300;
    }
}

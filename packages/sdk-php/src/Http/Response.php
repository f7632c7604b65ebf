<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * An answer, whatever its status.
 */
final readonly class Response
{
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

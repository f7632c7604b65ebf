<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * What a call was answered when it went well.
 *
 * @internal
 */
final readonly class Answer
{
    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $headers By their names in lower case.
     */
    public function __construct(
        public array $raw,
        public int $status,
        public array $headers,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Testing;

/**
 * A fault that was asked for and has not been met as often as it was to be.
 */
final class PendingFault
{
    /**
     * @param ConnectionFault|string|int $fault How the connection breaks, the error code, or the HTTP status.
     * @param list<string> $operations The operations whose calls can meet it.
     * @param int $times How many calls are still to meet it.
     * @param bool $accepted Whether the API accepts the call all the same.
     */
    public function __construct(
        public readonly ConnectionFault|string|int $fault,
        public readonly array $operations,
        public int $times,
        public readonly ?int $retryAfter = null,
        public readonly bool $accepted = false,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Testing;

/**
 * A delivery receipt as the API posts it.
 */
final readonly class SignedReceipt
{
    /**
     * @param string $body The event as JSON.
     * @param string $signature The signature of the body.
     * @param array<string, string> $headers The content type, and the signature.
     */
    public function __construct(
        public string $body,
        public string $signature,
        public array $headers,
    ) {
    }
}

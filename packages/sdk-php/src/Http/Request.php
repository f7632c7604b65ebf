<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * A request as it goes out. It has the key and the text in it: do not log it.
 */
final readonly class Request
{
    /**
     * @param array<array-key, string> $headers By their names in lower case.
     * @param float $timeout How many seconds the whole exchange may take.
     */
    public function __construct(
        public string $method,
        #[\SensitiveParameter] public string $url,
        #[\SensitiveParameter] public array $headers,
        #[\SensitiveParameter] public ?string $body,
        public float $timeout,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Http\Transport;

/**
 * The options of a client, checked and complete.
 *
 * @internal
 */
final readonly class Settings
{
    /**
     * @param Hidden<array<array-key, string>> $headers They may have a secret of the application.
     * @param \Closure(float): mixed $sleep
     */
    public function __construct(
        public ApiKey $apiKey,
        public string $baseUrl,
        public int $recipientsPerRequest,
        public Transport $transport,
        public \Closure $sleep,
        public Log $log,
        public float $timeout,
        public int $maxRetries,
        public float $maxRetryAfter,
        public Hidden $headers,
    ) {
        self::checkNumber('timeout', $timeout, 0.001);
        self::checkNumber('maxRetries', $maxRetries, 0);
        self::checkNumber('maxRetryAfter', $maxRetryAfter, 0);
    }

    /**
     * The settings of a call over those of the client.
     *
     * @param array<array-key, string> $headers
     * @throws ConfigurationException
     */
    public function with(
        ?float $timeout = null,
        ?int $maxRetries = null,
        ?float $maxRetryAfter = null,
        #[\SensitiveParameter] array $headers = [],
    ): self {
        return new self(
            $this->apiKey,
            $this->baseUrl,
            $this->recipientsPerRequest,
            $this->transport,
            $this->sleep,
            $this->log,
            $timeout ?? $this->timeout,
            $maxRetries ?? $this->maxRetries,
            $maxRetryAfter ?? $this->maxRetryAfter,
            new Hidden($headers + $this->headers->reveal()),
        );
    }

    /** @throws ConfigurationException that names a number which is none, or too small. */
    public static function checkNumber(string $name, int|float $value, int|float $least): void
    {
        // NAN is not even that.
        if (!($value >= $least)) {
            throw new ConfigurationException("$name must be a number, $least or more.");
        }
    }
}

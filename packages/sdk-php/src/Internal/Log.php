<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Generated\Operation;
use Psr\Log\LoggerInterface;

/**
 * Tells a logger of every attempt: never the key, the text, or whom it is for. When the logger fails the call goes
 * on: a fault in a log line must not make a message that was accepted look like one that failed.
 *
 * @internal
 */
final readonly class Log
{
    public function __construct(private ?LoggerInterface $logger)
    {
    }

    public function request(Operation $operation, int $attempt): void
    {
        self::observe(fn () => $this->logger?->debug('SMS API: {operation}, attempt {attempt}', [
            ...self::describe($operation),
            'attempt' => $attempt,
        ]));
    }

    /** @param float $duration In seconds. */
    public function response(Operation $operation, int $status, float $duration): void
    {
        self::observe(fn () => $this->logger?->debug('SMS API: {operation} was answered with {status}', [
            ...self::describe($operation),
            'status' => $status,
            'seconds' => round($duration, 3),
        ]));
    }

    /** @param float $delay In seconds. */
    public function retry(Operation $operation, SmsException $failure, float $delay): void
    {
        self::observe(fn () => $this->logger?->warning('SMS API: {operation} is repeated in {delay} s', [
            ...self::describe($operation),
            'delay' => round($delay, 3),
            'exception_class' => get_debug_type($failure),
            'status' => $failure->status,
        ]));
    }

    /**
     * Tells an observer, whose failure is its own.
     *
     * @param \Closure(): mixed $tell
     */
    public static function observe(\Closure $tell): void
    {
        try {
            $tell();
        } catch (\Throwable $failure) {
            error_log('What observes an SmsClient failed with ' . $failure::class . '.');
        }
    }

    /** @return array<string, string> */
    private static function describe(Operation $operation): array
    {
        return [
            'operation' => $operation->value,
            'method' => $operation->method(),
            'path' => $operation->path(),
        ];
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\SmsClient;

/** Calls an operation as the user of the SDK does, and gives what a call of the API answered or threw. */
final class Call
{
    /** @param array<string, mixed> $arguments */
    public static function make(
        SmsClient $client,
        string $operation,
        #[\SensitiveParameter] array $arguments = [],
    ): ApiResponse {
        $given = $arguments !== [] ? $arguments : Vectors::firstArguments($operation);
        if ($operation !== 'sendBulk') {
            return $client->{$operation}(...$given);
        }
        $result = $client->sendBulk(...$given);
        $outcome = $result->outcomes[0];

        return $outcome->response ?? throw $result->stoppedBy ?? $outcome->error ?? new \LogicException('No outcome.');
    }
}

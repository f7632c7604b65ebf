<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Model;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Internal\Field;

/**
 * The batch that will not be sent.
 */
final readonly class CancelResponse extends ApiResponse
{
    /**
     * Always `true`. A batch that cannot be cancelled is answered with an error instead.
     */
    public bool $cancelled;

    /**
     * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
     */
    public string $batchId;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $httpHeaders By their names in lower case.
     */
    public function __construct(array $raw, int $httpStatus = 200, array $httpHeaders = [])
    {
        parent::__construct($raw, $httpStatus, $httpHeaders);
        $this->cancelled = Field::flag($raw, 'cancelled');
        $this->batchId = Field::text($raw, 'batchId');
    }
}

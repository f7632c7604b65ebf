<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Model;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Internal\Field;

/**
 * The batch as the gateway accepted it.
 */
final readonly class BulkSendResponse extends ApiResponse
{
    /**
     * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
     */
    public string $batchId;

    /**
     * How many recipients the request had.
     */
    public int $total;

    /**
     * How many of them were accepted.
     */
    public int $queued;

    /**
     * How many of them were not accepted.
     */
    public int $failed;

    /**
     * When the batch is due; `null` when it starts at once.
     */
    public ?\DateTimeImmutable $scheduledAt;

    /**
     * What the batch costs if every accepted message goes out.
     */
    public int $estimatedCredits;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $httpHeaders By their names in lower case.
     */
    public function __construct(array $raw, int $httpStatus = 200, array $httpHeaders = [])
    {
        parent::__construct($raw, $httpStatus, $httpHeaders);
        $this->batchId = Field::text($raw, 'batchId');
        $this->total = Field::whole($raw, 'total');
        $this->queued = Field::whole($raw, 'queued');
        $this->failed = Field::whole($raw, 'failed');
        $this->scheduledAt = Field::moment($raw, 'scheduledAt');
        $this->estimatedCredits = Field::whole($raw, 'estimatedCredits');
    }
}

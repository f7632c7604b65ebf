<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Model;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Internal\Field;

/**
 * How far a bulk send has come.
 */
final readonly class BatchStatusResponse extends ApiResponse
{
    /**
     * Names one bulk send. Keep it to read the batch, or to cancel it while it waits.
     */
    public string $batchId;

    /**
     * How many messages the batch has.
     */
    public int $total;

    /**
     * How many handsets have confirmed receipt.
     */
    public int $delivered;

    /**
     * How many messages failed or were rejected, which is all of them once the batch is cancelled.
     */
    public int $failed;

    /**
     * How many messages are not final yet.
     */
    public int $pending;

    /**
     * The delivered share of all messages, as a string with a percent sign.
     */
    public string $deliveryRate;

    /**
     * When the last message became final, or the batch was cancelled; `null` until then.
     */
    public ?\DateTimeImmutable $completedAt;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $httpHeaders By their names in lower case.
     */
    public function __construct(array $raw, int $httpStatus = 200, array $httpHeaders = [])
    {
        parent::__construct($raw, $httpStatus, $httpHeaders);
        $this->batchId = Field::text($raw, 'batchId');
        $this->total = Field::whole($raw, 'total');
        $this->delivered = Field::whole($raw, 'delivered');
        $this->failed = Field::whole($raw, 'failed');
        $this->pending = Field::whole($raw, 'pending');
        $this->deliveryRate = Field::text($raw, 'deliveryRate');
        $this->completedAt = Field::moment($raw, 'completedAt');
    }
}

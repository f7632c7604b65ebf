<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Model;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Enum\Plan;
use GetClickMedia\Sms\Internal\Field;

/**
 * What the account has left, and under which plan.
 */
final readonly class BalanceResponse extends ApiResponse
{
    /**
     * Credits left to spend.
     */
    public int $credits;

    /**
     * The plan of the account, which sets its limits. Plans may be added.
     */
    public Plan|string $plan;

    /**
     * The day on which the credits expire.
     */
    public ?\DateTimeImmutable $expiresAt;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $httpHeaders By their names in lower case.
     */
    public function __construct(array $raw, int $httpStatus = 200, array $httpHeaders = [])
    {
        parent::__construct($raw, $httpStatus, $httpHeaders);
        $this->credits = Field::whole($raw, 'credits');
        $this->plan = Field::enum($raw, 'plan', Plan::class);
        $this->expiresAt = Field::moment($raw, 'expiresAt');
    }
}

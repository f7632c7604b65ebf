<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Bulk;

/**
 * How many recipients have each outcome.
 */
final readonly class BulkCounts
{
    public int $accepted;
    public int $notAccepted;
    public int $unknown;

    /** @param list<BulkOutcome> $outcomes */
    public function __construct(#[\SensitiveParameter] array $outcomes)
    {
        $this->accepted = self::count($outcomes, OutcomeStatus::Accepted);
        $this->notAccepted = self::count($outcomes, OutcomeStatus::NotAccepted);
        $this->unknown = self::count($outcomes, OutcomeStatus::Unknown);
    }

    /** @param list<BulkOutcome> $outcomes */
    private static function count(#[\SensitiveParameter] array $outcomes, OutcomeStatus $status): int
    {
        $count = 0;
        foreach ($outcomes as $outcome) {
            $count += $outcome->status === $status ? count($outcome->recipients) : 0;
        }

        return $count;
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Bulk;

use GetClickMedia\Sms\Generated\Catalogue;

/**
 * What became of a bulk send. Iterating over it gives every recipient with its outcome.
 *
 * @implements \IteratorAggregate<string, BulkOutcome>
 */
final readonly class BulkResult implements \IteratorAggregate
{
    /** Whether every recipient was accepted. */
    public bool $complete;

    /** How many recipients have each outcome. */
    public BulkCounts $counts;

    /**
     * @param list<BulkOutcome> $outcomes What became of whom, one entry a call, in the order in which it became known.
     * @param bool $sourceEnded Whether all recipients were read. If not, since the source failed, those that were
     *     never read are in no outcome.
     * @param ?\Throwable $stoppedBy What kept it from going through: the first call that failed, or the source.
     */
    public function __construct(
        #[\SensitiveParameter] public array $outcomes,
        public bool $sourceEnded,
        public ?\Throwable $stoppedBy,
    ) {
        $this->counts = new BulkCounts($outcomes);
        $this->complete = $sourceEnded && $this->counts->notAccepted + $this->counts->unknown === 0;
    }

    /**
     * To whom nothing was sent although their numbers are well formed: `sendBulk` may be given them again.
     *
     * @return list<string>
     */
    public function remaining(): array
    {
        $remaining = [];
        foreach ($this as $recipient => $outcome) {
            if ($outcome->status === OutcomeStatus::NotAccepted && self::isPhoneNumber($recipient)) {
                $remaining[] = $recipient;
            }
        }

        return $remaining;
    }

    /** @return \Generator<string, BulkOutcome> */
    public function getIterator(): \Generator
    {
        foreach ($this->outcomes as $outcome) {
            foreach ($outcome->recipients as $recipient) {
                yield $recipient => $outcome;
            }
        }
    }

    /** @internal */
    public static function isPhoneNumber(#[\SensitiveParameter] string $recipient): bool
    {
        return preg_match(Catalogue::PHONE_NUMBER, $recipient) === 1;
    }
}

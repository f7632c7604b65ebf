<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal\Fake;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Generated\Catalogue;

/**
 * A bulk send that the fake API has accepted.
 *
 * @internal
 */
final class Batch
{
    private ?string $completedAt = null;
    private bool $cancelled = false;

    /** @param non-empty-list<MessageOnItsWay> $messages */
    public function __construct(
        public readonly string $batchId,
        public readonly array $messages,
        private readonly ?string $scheduleAt,
        public readonly int $credits,
    ) {
    }

    /** @return bool Whether it was still waiting for its time. */
    public function cancel(): bool
    {
        $waits = !$this->cancelled && $this->scheduleAt !== null && !MessageOnItsWay::isPast($this->scheduleAt);
        $this->cancelled = $this->cancelled || $waits;

        return $waits;
    }

    /**
     * Answers how far it has come, and lets its messages move on.
     *
     * @return array<string, mixed>
     */
    public function read(): array
    {
        $total = count($this->messages);
        $statuses = array_map(static fn (MessageOnItsWay $message): string => $message->status(), $this->messages);
        if (!$this->cancelled) {
            foreach ($this->messages as $message) {
                $message->read();
            }
        }
        $delivered = count(array_keys($statuses, MessageStatus::Delivered->value, true));
        $final = count(array_filter(
            $statuses,
            static fn (string $status): bool => in_array($status, Catalogue::FINAL_STATUSES, true),
        ));
        if ($final === $total) {
            $this->completedAt ??= MessageOnItsWay::now();
        }

        return [
            'batchId' => $this->batchId,
            'total' => $total,
            'delivered' => $delivered,
            'failed' => $final - $delivered,
            'pending' => $total - $final,
            'deliveryRate' => sprintf('%.1F%%', 100 * $delivered / $total),
            'completedAt' => $this->completedAt,
        ];
    }
}

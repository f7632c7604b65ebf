<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal\Fake;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Generated\Examples;
use GetClickMedia\Sms\Testing\SentMessage;

/**
 * A message that the fake API has accepted.
 *
 * @internal
 */
final class MessageOnItsWay
{
    /** What becomes of a message where the test says nothing else. */
    private const USUAL_STATUSES = [MessageStatus::Dispatched, MessageStatus::Delivered];

    /** @var array<string, mixed> What `getStatus` answers. */
    private array $answer;
    private MessageStatus $status = MessageStatus::Queued;

    /** @var ?list<MessageStatus> What is still to come; `null` when that is the usual. */
    private ?array $statuses = null;

    /** @param array<array-key, mixed> $request */
    public function __construct(
        public readonly string $messageId,
        private readonly ?string $batchId,
        public readonly string $to,
        private readonly array $request,
        private readonly int $credits,
    ) {
        $this->answer = [
            'messageId' => $messageId,
            'to' => $to,
            'status' => $this->status->value,
            'queuedAt' => self::now(),
            'credits' => $credits,
        ];
    }

    /** The present time as the API writes it. */
    public static function now(): string
    {
        return gmdate('Y-m-d\TH:i:s\Z');
    }

    public static function isPast(string $time): bool
    {
        return Rules::secondsOf($time) <= time();
    }

    /**
     * Gives the message the first status at once, and another each time that somebody has asked.
     *
     * @param non-empty-list<MessageStatus> $statuses
     */
    public function setStatuses(array $statuses): void
    {
        $this->reach(array_shift($statuses));
        $this->statuses = $statuses;
    }

    /**
     * Answers how far it has come, and lets it move on.
     *
     * @return array<string, mixed>
     */
    public function read(): array
    {
        $answer = $this->answer;
        $scheduleAt = $this->request['scheduleAt'] ?? null;
        if ($this->statuses !== null || !is_string($scheduleAt) || self::isPast($scheduleAt)) {
            $this->statuses ??= self::USUAL_STATUSES;
            $next = array_shift($this->statuses);
            if ($next !== null) {
                $this->reach($next);
            }
        }

        return $answer;
    }

    public function status(): string
    {
        return $this->status->value;
    }

    public function sent(): SentMessage
    {
        $text = $this->request['message'] ?? '';

        return new SentMessage(
            $this->messageId,
            $this->batchId,
            $this->to,
            is_string($text) ? $text : '',
            $this->status,
            $this->credits,
            $this->request,
        );
    }

    private function reach(MessageStatus $status): void
    {
        foreach (Examples::STATUSES[$status->value] as $field => $example) {
            $isTime = in_array($field, Catalogue::TIMESTAMP_FIELDS, true);
            $this->answer[$field] ??= $isTime ? self::now() : $example;
        }
        $this->status = $status;
        $this->answer['status'] = $status->value;
    }
}

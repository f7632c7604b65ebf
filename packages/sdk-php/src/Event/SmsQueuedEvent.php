<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Event;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Internal\Field;
use GetClickMedia\Sms\Webhook\WebhookEvent;

/**
 * `sms.queued`: The gateway has accepted the message. It has not left for the carrier yet.
 */
final readonly class SmsQueuedEvent extends WebhookEvent
{
    /**
     * Names one message. Keep it to ask for the status and to match webhooks.
     */
    public string $messageId;

    /**
     * The bulk send that the message belongs to; `null` for a single message.
     */
    public ?string $batchId;

    /**
     * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
     */
    public string $to;

    /**
     * The status that the message has reached.
     */
    public MessageStatus|string $status;

    /**
     * When the gateway accepted the message.
     */
    public ?\DateTimeImmutable $queuedAt;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     */
    public function __construct(array $raw)
    {
        parent::__construct($raw);
        $this->messageId = Field::text($raw, 'messageId');
        $this->batchId = Field::textOrNull($raw, 'batchId');
        $this->to = Field::text($raw, 'to');
        $this->status = Field::enum($raw, 'status', MessageStatus::class);
        $this->queuedAt = Field::moment($raw, 'queuedAt');
    }
}

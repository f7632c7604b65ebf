<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Event;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Internal\Field;
use GetClickMedia\Sms\Webhook\WebhookEvent;

/**
 * `sms.failed`: The message could not be delivered; `failReason` says why. This status is final.
 */
final readonly class SmsFailedEvent extends WebhookEvent
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
     * The mobile operator that carried the message. It is present once the carrier has named it.
     */
    public ?string $operator;

    /**
     * When the gateway accepted the message.
     */
    public ?\DateTimeImmutable $queuedAt;

    /**
     * Why the message failed or was rejected, in the operator's words. The guide lists no values: show it to a
     * person and do not decide on it.
     */
    public string $failReason;

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
        $this->operator = Field::textOrNull($raw, 'operator');
        $this->queuedAt = Field::moment($raw, 'queuedAt');
        $this->failReason = Field::text($raw, 'failReason');
    }
}

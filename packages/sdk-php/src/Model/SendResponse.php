<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Model;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Internal\Field;

/**
 * The message as the gateway accepted it.
 */
final readonly class SendResponse extends ApiResponse
{
    /**
     * Names one message. Keep it to ask for the status and to match webhooks.
     */
    public string $messageId;

    /**
     * An Indian mobile in E.164 without the plus sign: 91 and ten digits.
     */
    public string $to;

    /**
     * Where the message is on its way. `delivered`, `failed` and `rejected` are final. More values may be added,
     * so treat one that you do not know as not yet final.
     */
    public MessageStatus|string $status;

    /**
     * When the gateway accepted the message.
     */
    public ?\DateTimeImmutable $queuedAt;

    /**
     * How many credits the message costs.
     */
    public int $credits;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON.
     * @param array<string, string> $httpHeaders By their names in lower case.
     */
    public function __construct(array $raw, int $httpStatus = 200, array $httpHeaders = [])
    {
        parent::__construct($raw, $httpStatus, $httpHeaders);
        $this->messageId = Field::text($raw, 'messageId');
        $this->to = Field::text($raw, 'to');
        $this->status = Field::enum($raw, 'status', MessageStatus::class);
        $this->queuedAt = Field::moment($raw, 'queuedAt');
        $this->credits = Field::whole($raw, 'credits');
    }
}

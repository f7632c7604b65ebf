<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Webhook;

use GetClickMedia\Sms\Internal\Field;

/**
 * A delivery receipt. Its class tells which: `SmsDeliveredEvent` and the others in `Event`, or `UnknownEvent` for one
 * that was added to the API after this version of the SDK.
 */
abstract readonly class WebhookEvent
{
    /** The name of the event. */
    public string $event;

    /**
     * @param array<array-key, mixed> $raw The decoded JSON, with fields that are newer than this SDK.
     */
    public function __construct(public array $raw)
    {
        $this->event = Field::text($raw, 'event');
    }

    /**
     * Names the event, which may come more than once: keep what this tells, and let it decide whether you know the
     * event already. It is made of `messageId` and `event`; where an event has no `messageId`, of all that it says.
     */
    public function id(): string
    {
        $of = Field::textOrNull($this->raw, 'messageId') ?? hash('sha256', serialize($this->raw));

        return "$of $this->event";
    }
}

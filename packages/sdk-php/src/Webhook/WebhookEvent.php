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
}

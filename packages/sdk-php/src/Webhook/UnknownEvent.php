<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Webhook;

/**
 * An event that is newer than this SDK. Answer it like the others, and ignore what you do not understand.
 */
final readonly class UnknownEvent extends WebhookEvent
{
}

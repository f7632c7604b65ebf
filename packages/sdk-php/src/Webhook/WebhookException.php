<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Webhook;

use GetClickMedia\Sms\Internal\SerializesWithoutTrace;

/**
 * The only exception of webhooks. It never holds the secret or any part of the body.
 */
final class WebhookException extends \RuntimeException
{
    use SerializesWithoutTrace;

    /**
     * @param WebhookFault $reason Why, for your program to decide on.
     */
    public function __construct(public readonly WebhookFault $reason, string $message)
    {
        parent::__construct($message);
    }

    /** The HTTP status to answer with: after a mistake on your side the event is to come again. */
    public function status(): int
    {
        return $this->reason === WebhookFault::Configuration ? 500 : 400;
    }
}

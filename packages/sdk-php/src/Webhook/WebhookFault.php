<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Webhook;

/**
 * Why a webhook was not taken.
 */
enum WebhookFault: string
{
    /** The signature is missing, malformed, or not made from this body with any of the secrets. */
    case Signature = 'signature';

    /** Signed, but no JSON object with a text in `event`. */
    case Body = 'body';

    /** Older than `maxAge` allows. */
    case Age = 'age';

    /** A mistake on your side, such as a missing secret. */
    case Configuration = 'configuration';
}

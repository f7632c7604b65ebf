<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Generated;

use GetClickMedia\Sms\Event;
use GetClickMedia\Sms\Exception\Api;

/**
 * The facts of the API that the SDK rests on.
 *
 * @internal
 */
final class Catalogue
{
    /**
     * The version of this SDK.
     */
    public const VERSION = '1.0.0';

    /**
     * Where the API is, for live and for test keys.
     */
    public const BASE_URL = 'https://api.getclickmedia.com/v1';

    /**
     * The header that carries the key.
     */
    public const KEY_HEADER = 'x-api-key';

    /**
     * What an API key begins with, and the environment that it opens.
     */
    public const ENVIRONMENTS = ['gcm_live_' => 'live', 'gcm_test_' => 'test'];

    /**
     * The form of a phone number.
     */
    public const PHONE_NUMBER = '~^91[0-9]{10}$~Du';

    /**
     * The statuses after which a message no longer changes.
     */
    public const FINAL_STATUSES = ['delivered', 'failed', 'rejected'];

    /**
     * How many recipients one request may hold on each plan, the smallest first.
     */
    public const RECIPIENTS_PER_REQUEST = ['Starter' => 1000, 'Growth' => 5000, 'Enterprise' => 10000];

    /**
     * The codes with which nothing was accepted and the call may be repeated, each with its status.
     */
    public const RETRYABLE_CODES = ['RATE_LIMIT_EXCEEDED' => 429, 'GATEWAY_ERROR' => 500];

    /**
     * The exception of each documented code.
     */
    public const EXCEPTIONS = [
        'INVALID_NUMBER' => Api\InvalidNumberException::class,
        'MISSING_FIELD' => Api\MissingFieldException::class,
        'INVALID_REQUEST' => Api\InvalidRequestException::class,
        'INVALID_API_KEY' => Api\InvalidApiKeyException::class,
        'INSUFFICIENT_CREDITS' => Api\InsufficientCreditsException::class,
        'ROUTE_FORBIDDEN' => Api\RouteForbiddenException::class,
        'NOT_FOUND' => Api\NotFoundException::class,
        'NOT_CANCELLABLE' => Api\NotCancellableException::class,
        'TEMPLATE_MISMATCH' => Api\TemplateMismatchException::class,
        'SENDER_NOT_REGISTERED' => Api\SenderNotRegisteredException::class,
        'RATE_LIMIT_EXCEEDED' => Api\RateLimitExceededException::class,
        'GATEWAY_ERROR' => Api\GatewayException::class,
    ];

    /**
     * The class of each event.
     */
    public const EVENTS = [
        'sms.queued' => Event\SmsQueuedEvent::class,
        'sms.dispatched' => Event\SmsDispatchedEvent::class,
        'sms.delivered' => Event\SmsDeliveredEvent::class,
        'sms.failed' => Event\SmsFailedEvent::class,
        'sms.rejected' => Event\SmsRejectedEvent::class,
    ];

    /**
     * The header that carries the signature of a webhook.
     */
    public const SIGNATURE_HEADER = 'x-gcm-signature';

    /**
     * The form of a signature.
     */
    public const SIGNATURE_FORM = '~^[0-9a-f]{64}$~Du';

    /**
     * The fields of events that say when the message reached a status.
     */
    public const TIMESTAMP_FIELDS = ['queuedAt', 'sentAt', 'deliveredAt'];
}

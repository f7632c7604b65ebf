<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `INSUFFICIENT_CREDITS` (402): The balance does not cover what the send would cost.
 *
 * Add credits, then send again. Nothing was sent or charged.
 */
final class InsufficientCreditsException extends SmsException
{
}

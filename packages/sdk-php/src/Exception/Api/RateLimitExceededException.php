<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `RATE_LIMIT_EXCEEDED` (429): The account has sent more requests in this second than its plan allows.
 *
 * Wait the seconds that `Retry-After` says, then repeat the call. Nothing was accepted.
 */
final class RateLimitExceededException extends SmsException
{
}

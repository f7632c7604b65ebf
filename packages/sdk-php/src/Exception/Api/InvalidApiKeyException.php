<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `INVALID_API_KEY` (401): The key is missing, unknown or revoked.
 *
 * Check the `x-api-key` header, and create a new key in the dashboard if this one was revoked.
 */
final class InvalidApiKeyException extends SmsException
{
}

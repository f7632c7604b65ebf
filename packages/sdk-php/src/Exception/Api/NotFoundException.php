<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `NOT_FOUND` (404): No such message, batch or path for this account.
 *
 * Check the id, and that the key belongs to the account and environment that sent it.
 */
final class NotFoundException extends SmsException
{
}

<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `SENDER_NOT_REGISTERED` (422): DLT has not approved the sender header.
 *
 * Use an approved header, or wait until DLT approves this one.
 */
final class SenderNotRegisteredException extends SmsException
{
}

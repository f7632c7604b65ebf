<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `INVALID_NUMBER` (400): A phone number is not 91 and ten digits.
 *
 * Correct the number. The message names the field, and for a bulk send the position in the list.
 */
final class InvalidNumberException extends SmsException
{
}

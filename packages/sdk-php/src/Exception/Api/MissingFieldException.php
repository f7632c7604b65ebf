<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `MISSING_FIELD` (400): A required field is not in the body.
 *
 * Add the field that the message names.
 */
final class MissingFieldException extends SmsException
{
}

<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `INVALID_REQUEST` (400, 405, 408, 413, 415, 417, 431): The request cannot be read or breaks a rule that has no
 * code of its own: malformed JSON, a wrong type, an unknown field or value, a bad or past date, too many
 * recipients, a body that is too large, or a method or content type that is not accepted.
 *
 * Correct the request as the message says.
 */
final class InvalidRequestException extends SmsException
{
}

<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `TEMPLATE_MISMATCH` (422): The text does not match the DLT template.
 *
 * Compare the fixed text and the number of variables with the approved template.
 */
final class TemplateMismatchException extends SmsException
{
}

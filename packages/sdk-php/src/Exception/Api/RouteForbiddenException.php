<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `ROUTE_FORBIDDEN` (403): The account is not authorised for this type of message, or for a call that has no
 * type.
 *
 * Have the type or the call opened for the account, or use a type that it is authorised for.
 */
final class RouteForbiddenException extends SmsException
{
}

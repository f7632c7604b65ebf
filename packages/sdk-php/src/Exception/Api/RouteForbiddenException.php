<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `ROUTE_FORBIDDEN` (403): The account is not authorised for this type of message.
 *
 * Use a type that the account is authorised for, or have the route opened for it.
 */
final class RouteForbiddenException extends SmsException
{
}

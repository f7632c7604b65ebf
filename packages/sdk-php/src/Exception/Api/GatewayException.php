<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `GATEWAY_ERROR` (500): The carrier behind the gateway has a fault.
 *
 * Repeat the call with growing pauses. Nothing was accepted.
 */
final class GatewayException extends SmsException
{
}

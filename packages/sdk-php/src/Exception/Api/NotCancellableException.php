<?php

// Generated from spec/ by `pnpm generate`. Do not edit.

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception\Api;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * `NOT_CANCELLABLE` (409): The batch was not scheduled, has started already or is cancelled.
 *
 * Read the batch to see how far it is. Messages that have left cannot be called back.
 */
final class NotCancellableException extends SmsException
{
}

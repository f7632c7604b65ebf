<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception;

/**
 * No full answer came within `timeout`.
 */
final class TimeoutException extends SmsException
{
}

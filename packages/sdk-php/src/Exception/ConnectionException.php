<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception;

/**
 * The connection failed, or something else kept the call from its answer.
 */
final class ConnectionException extends SmsException
{
}

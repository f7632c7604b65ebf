<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Exception;

/**
 * The client or a call was set up wrongly. Nothing was sent.
 */
final class ConfigurationException extends SmsException
{
}

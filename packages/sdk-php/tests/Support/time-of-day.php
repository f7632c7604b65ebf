<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Tests\Support\TimeOfDay;

/** Found before PHP's own by code of this namespace. */
function microtime(bool $asFloat): float
{
    return TimeOfDay::$now ?? \microtime($asFloat);
}

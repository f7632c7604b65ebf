<?php

declare(strict_types=1);

namespace GetClickMedia\Sms;

use GetClickMedia\Sms\Tests\Support\Comparisons;

/** Found before PHP's own by code of this namespace. */
function hash_equals(string $known, string $given): bool
{
    ++Comparisons::$inConstantTime;

    return \hash_equals($known, $given);
}

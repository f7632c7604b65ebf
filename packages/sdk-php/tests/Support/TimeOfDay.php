<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** The time that the SDK sees, where a test sets it. */
final class TimeOfDay
{
    public static ?float $now = null;
}

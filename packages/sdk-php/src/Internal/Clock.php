<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * A clock that nobody sets: for how long something takes, not for what time it is.
 *
 * @internal
 */
final class Clock
{
    public static function seconds(): float
    {
        return hrtime(true) / 1e9;
    }

    /** Sleeps to the end, also where a signal interrupts it. */
    public static function sleep(float $seconds): void
    {
        $until = self::seconds() + $seconds;
        for ($left = $seconds; $left > 0; $left = $until - self::seconds()) {
            usleep(max(0, (int) ceil(min($left, 1.0) * 1e6)));
        }
    }
}

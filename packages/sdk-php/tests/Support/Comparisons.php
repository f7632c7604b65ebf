<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** How often the SDK has compared signatures in constant time. */
final class Comparisons
{
    public static int $inConstantTime = 0;
}

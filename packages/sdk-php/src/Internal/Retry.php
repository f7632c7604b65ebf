<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\SmsException;

/**
 * Decides when a call that failed is made again.
 *
 * @internal
 */
final class Retry
{
    private const FIRST_PAUSE = 0.5;
    private const LONGEST_PAUSE = 8.0;

    /**
     * How many seconds to wait before the call is made again; `null` to give up.
     *
     * `retryable` has decided already whether a repetition can do harm. A wait that the API asks for is kept in
     * full, and is not cut short: when it is longer than `maxRetryAfter`, the caller hears of it at once instead.
     *
     * @param int $retry 1 for the first retry.
     */
    public static function delay(SmsException $failure, int $retry, Settings $settings): ?float
    {
        if (!$failure->retryable || $retry > $settings->maxRetries) {
            return null;
        }
        if ($failure->retryAfter === null) {
            return self::pause($retry);
        }

        return $failure->retryAfter > $settings->maxRetryAfter ? null : $failure->retryAfter;
    }

    /** Half of it is random, so that many clients which failed together do not return together. */
    private static function pause(int $retry): float
    {
        $pause = min(self::FIRST_PAUSE * 2 ** ($retry - 1), self::LONGEST_PAUSE);

        return $pause * (0.5 + self::random() / 2);
    }

    /** A number from 0 to 1. */
    public static function random(): float
    {
        return mt_rand() / mt_getrandmax();
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date.
 *
 * @internal
 */
final class RetryAfter
{
    /** The three forms of an HTTP date after its weekday, which says nothing that the rest does not. */
    private const DATES = ['d M Y H:i:s \G\M\T', 'd-M-y H:i:s \G\M\T', 'M j H:i:s Y'];

    /**
     * @return ?float The seconds from now; `null` where there is nothing readable or the date has passed.
     */
    public static function read(string $header): ?float
    {
        $header = trim($header);
        if (preg_match('~^\d+(\.\d+)?$~D', $header) === 1) {
            return (float) $header;
        }
        $date = (string) preg_replace('~^[A-Z][a-z]+,? +~', '', $header);
        if ($date === $header) {
            return null;
        }
        foreach (self::DATES as $format) {
            $moment = \DateTimeImmutable::createFromFormat("!$format", $date, new \DateTimeZone('UTC'));
            // A day that is not in the calendar is a warning only.
            if ($moment !== false && \DateTimeImmutable::getLastErrors() === false) {
                $seconds = $moment->getTimestamp() - microtime(true);

                return $seconds > 0 ? $seconds : null;
            }
        }

        return null;
    }
}

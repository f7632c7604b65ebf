<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * Reads JSON objects.
 *
 * @internal
 */
final class Json
{
    private const DEEPEST = 512;
    /** Some programs begin a text with it. */
    private const BYTE_ORDER_MARK = "\xEF\xBB\xBF";

    /**
     * @return ?array<array-key, mixed> `null` for what is no JSON object. A whole number that PHP cannot hold is
     *     a string of its digits.
     */
    public static function object(#[\SensitiveParameter] string $text): ?array
    {
        $text = str_starts_with($text, self::BYTE_ORDER_MARK) ? substr($text, 3) : $text;
        // PHP has the same value for an empty list and an empty object.
        if (!str_starts_with(ltrim($text, " \t\r\n"), '{')) {
            return null;
        }
        $value = json_decode($text, true, self::DEEPEST, JSON_BIGINT_AS_STRING | JSON_INVALID_UTF8_SUBSTITUTE);

        return is_array($value) ? $value : null;
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;

/**
 * Writes the body of a request.
 *
 * @internal
 */
final class Body
{
    /** Lets characters stand as they are, as other languages do. */
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_PRESERVE_ZERO_FRACTION;

    /**
     * @param array<string, mixed> $fields What is `null` is left out.
     * @throws ConfigurationException
     */
    public static function write(string $operation, #[\SensitiveParameter] array $fields): string
    {
        $given = array_filter($fields, static fn (mixed $value): bool => $value !== null);
        $json = json_encode(array_map(self::plain(...), $given), self::FLAGS);
        if ($json === false) {
            throw new ConfigurationException(
                "$operation was given text that is not UTF-8. Convert it before, as with mb_convert_encoding().",
            );
        }

        return $json;
    }

    /** A text as it stands in a body, without its quotation marks. */
    public static function escaped(#[\SensitiveParameter] string $text): string
    {
        return substr((string) json_encode($text, self::FLAGS | JSON_INVALID_UTF8_SUBSTITUTE), 1, -1);
    }

    private static function plain(#[\SensitiveParameter] mixed $value): mixed
    {
        return match (true) {
            $value instanceof \DateTimeInterface => self::moment($value),
            $value instanceof \BackedEnum => $value->value,
            default => $value,
        };
    }

    private static function moment(\DateTimeInterface $moment): string
    {
        $fraction = rtrim($moment->format('.u'), '0.');

        return $moment->format('Y-m-d\TH:i:s') . $fraction . $moment->format('P');
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * Reads fields of decoded JSON as what they are documented to be. It never fails: what is something else reads as
 * the empty value of the type, so that a send that was accepted cannot look like one that failed.
 *
 * @internal
 */
final class Field
{
    private const DATE = '~^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$~Di';

    /** @param array<array-key, mixed> $raw */
    public static function text(array $raw, string $name): string
    {
        return self::textOrNull($raw, $name) ?? '';
    }

    /** @param array<array-key, mixed> $raw */
    public static function textOrNull(array $raw, string $name): ?string
    {
        $value = $raw[$name] ?? null;

        return is_string($value) ? $value : null;
    }

    /** @param array<array-key, mixed> $raw */
    public static function whole(array $raw, string $name): int
    {
        return self::wholeOrNull($raw, $name) ?? 0;
    }

    /**
     * A fraction is cut off.
     *
     * @param array<array-key, mixed> $raw
     */
    public static function wholeOrNull(array $raw, string $name): ?int
    {
        $value = $raw[$name] ?? null;
        if (is_float($value)) {
            return abs($value) < PHP_INT_MAX ? (int) $value : null;
        }

        return is_int($value) ? $value : null;
    }

    /** @param array<array-key, mixed> $raw */
    public static function number(array $raw, string $name): float
    {
        return self::numberOrNull($raw, $name) ?? 0.0;
    }

    /** @param array<array-key, mixed> $raw */
    public static function numberOrNull(array $raw, string $name): ?float
    {
        $value = $raw[$name] ?? null;

        return is_int($value) || is_float($value) ? (float) $value : null;
    }

    /** @param array<array-key, mixed> $raw */
    public static function flag(array $raw, string $name): bool
    {
        return self::flagOrNull($raw, $name) ?? false;
    }

    /** @param array<array-key, mixed> $raw */
    public static function flagOrNull(array $raw, string $name): ?bool
    {
        $value = $raw[$name] ?? null;

        return is_bool($value) ? $value : null;
    }

    /**
     * A time, or the midnight in UTC that a day begins with.
     *
     * @param array<array-key, mixed> $raw
     */
    public static function moment(array $raw, string $name): ?\DateTimeImmutable
    {
        $value = $raw[$name] ?? null;
        if (!is_string($value) || preg_match(self::DATE, $value) !== 1) {
            return null;
        }
        try {
            return new \DateTimeImmutable($value, new \DateTimeZone('UTC'));
        } catch (\Exception) {
            return null;
        }
    }

    /**
     * A value that the enumeration does not have stays a string.
     *
     * @template T of \BackedEnum
     * @param array<array-key, mixed> $raw
     * @param class-string<T> $enum
     * @return T|string
     */
    public static function enum(array $raw, string $name, string $enum): \BackedEnum|string
    {
        return self::enumOrNull($raw, $name, $enum) ?? '';
    }

    /**
     * @template T of \BackedEnum
     * @param array<array-key, mixed> $raw
     * @param class-string<T> $enum
     * @return T|string|null
     */
    public static function enumOrNull(array $raw, string $name, string $enum): \BackedEnum|string|null
    {
        $value = self::textOrNull($raw, $name);
        if ($value === null) {
            return null;
        }
        /** @var ?T $case */
        $case = $enum::tryFrom($value);

        return $case ?? $value;
    }

    /**
     * @param array<array-key, mixed> $raw
     * @return list<string>
     */
    public static function texts(array $raw, string $name): array
    {
        $value = $raw[$name] ?? null;

        return is_array($value) ? array_values(array_filter($value, is_string(...))) : [];
    }
}

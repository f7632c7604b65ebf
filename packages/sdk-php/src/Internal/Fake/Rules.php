<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal\Fake;

/**
 * Checks what a request holds, by as much of JSON Schema as the requests of the API are described with.
 *
 * @internal
 *
 * @phpstan-type Violation array{code: string, message: string}
 * @phpstan-type Rule array{
 *     type: string,
 *     required?: list<string>,
 *     properties?: array<string, mixed>,
 *     items?: mixed,
 *     minItems?: int,
 *     maxItems?: int,
 *     enum?: list<string>,
 *     minLength?: int,
 *     maxLength?: int,
 *     pattern?: string,
 *     format?: string,
 *     errorCode?: string,
 *     additionalProperties?: bool,
 * }
 */
final class Rules
{
    /**
     * The first way in which a value breaks its rule.
     *
     * @param Rule $rule
     * @param string $name How the message names the value, as `The field to`.
     * @return ?Violation
     */
    public static function violation(mixed $value, array $rule, string $name): ?array
    {
        $type = $rule['type'];

        return match (true) {
            $type === 'object' && is_array($value) => self::ofObject($value, $rule),
            $type === 'array' && is_array($value) && array_is_list($value) => self::ofList($value, $rule, $name),
            $type === 'string' && is_string($value) => self::ofText($value, $rule, $name),
            $type === 'boolean' && is_bool($value) => null,
            default => self::invalid("$name must be of the type $type."),
        };
    }

    /** Whether a time in RFC 3339 exists: its day is in the calendar, and a leap second ends a day in UTC. */
    public static function isDateTime(string $text): bool
    {
        $form = '~^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$~D';
        if (preg_match($form, $text, $part) !== 1 || !checkdate((int) $part[2], (int) $part[3], (int) $part[1])) {
            return false;
        }

        return $part[5] !== '60' || gmdate('H:i:s', self::secondsOf($text)) === '23:59:59';
    }

    /** A leap second counts as the second before it. */
    public static function secondsOf(string $time): int
    {
        return (new \DateTimeImmutable((string) preg_replace('~:60(?=[.Z+-])~', ':59', $time)))->getTimestamp();
    }

    /**
     * @param Rule $rule
     * @return ?Violation
     */
    private static function ofText(string $text, array $rule, string $name): ?array
    {
        $values = $rule['enum'] ?? null;
        if ($values !== null && !in_array($text, $values, true)) {
            return self::invalid("$name must be one of " . implode(', ', $values) . '.');
        }
        $pattern = $rule['pattern'] ?? '';
        $isDate = isset($rule['format']);
        $fits = preg_match('~' . str_replace('~', '\~', $pattern) . '~Du', $text) === 1;
        if (!$fits || ($isDate && !self::isDateTime($text))) {
            $date = $isDate ? 'be a date that exists, and ' : '';

            return [
                'code' => $rule['errorCode'] ?? 'INVALID_REQUEST',
                'message' => "$name has the wrong form. It must {$date}match $pattern.",
            ];
        }
        $length = count(preg_split('~~u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: []);
        $least = $rule['minLength'] ?? 0;
        $most = $rule['maxLength'] ?? PHP_INT_MAX;

        return $length >= $least && $length <= $most ? null : [
            'code' => $rule['errorCode'] ?? 'INVALID_REQUEST',
            'message' => "$name must have $least to $most characters.",
        ];
    }

    /**
     * @param list<mixed> $list
     * @param Rule $rule
     * @return ?Violation
     */
    private static function ofList(array $list, array $rule, string $name): ?array
    {
        $least = $rule['minItems'] ?? 0;
        $most = $rule['maxItems'] ?? PHP_INT_MAX;
        if (count($list) < $least || count($list) > $most) {
            return self::invalid("$name must have $least to $most items.");
        }
        foreach ($list as $index => $item) {
            /** @var Rule $items */
            $items = $rule['items'] ?? [];
            $violation = self::violation($item, $items, "{$name}[$index]");
            if ($violation !== null) {
                return $violation;
            }
        }

        return null;
    }

    /**
     * @param array<array-key, mixed> $fields
     * @param Rule $rule
     * @return ?Violation
     */
    private static function ofObject(array $fields, array $rule): ?array
    {
        foreach ($rule['required'] ?? [] as $field) {
            if (!array_key_exists($field, $fields)) {
                return [
                    'code' => 'MISSING_FIELD',
                    'message' => "The required field $field is missing. Add it to the body.",
                ];
            }
        }
        foreach ($fields as $field => $value) {
            /** @var ?Rule $known */
            $known = $rule['properties'][$field] ?? null;
            $violation = $known === null
                ? self::invalid("The field $field is not known. Remove it, or check its spelling.")
                : self::violation($value, $known, "The field $field");
            if ($violation !== null) {
                return $violation;
            }
        }

        return null;
    }

    /** @return Violation */
    private static function invalid(string $message): array
    {
        return ['code' => 'INVALID_REQUEST', 'message' => $message];
    }
}

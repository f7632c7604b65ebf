<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** What every SDK does alike. */
final class Vectors
{
    /** @var ?array<string, list<array<string, mixed>>> */
    private static ?array $all = null;

    /** @return array<string, list<array<string, mixed>>> */
    public static function all(): array
    {
        $file = dirname(__DIR__, 3) . '/vectors/dist/vectors.json';
        if (self::$all === null && !is_file($file)) {
            throw new \RuntimeException("$file is missing: run `npm run build` at the root.");
        }

        return self::$all ??= json_decode((string) file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function of(string $kind): iterable
    {
        foreach (self::all()[$kind] as $vector) {
            yield $vector['name'] => [$vector];
        }
    }

    public static function apiKey(): string
    {
        return self::all()['requests'][0]['headers']['x-api-key'];
    }

    /** @return array<string, mixed> */
    public static function firstArguments(string $operation): array
    {
        foreach (self::all()['requests'] as $vector) {
            if ($vector['operation'] === $operation) {
                return $vector['arguments'];
            }
        }
        throw new \RuntimeException("No vector calls $operation.");
    }
}

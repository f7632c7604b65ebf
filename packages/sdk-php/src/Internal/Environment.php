<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

/**
 * The variables that the program was started with, or that a framework has read from a file.
 *
 * @internal
 */
final class Environment
{
    public static function variable(string $name): ?string
    {
        foreach ([$_ENV[$name] ?? null, $_SERVER[$name] ?? null, getenv($name)] as $value) {
            if (is_string($value) && $value !== '') {
                return $value;
            }
        }

        return null;
    }

    /** Whether a framework says that this is a test: Laravel and Symfony each have a word for it. */
    public static function isTest(): bool
    {
        return in_array(self::variable('APP_ENV'), ['test', 'testing'], true);
    }
}

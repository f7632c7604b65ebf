<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Generated\Catalogue;

/**
 * Holds the key where no dump of an object finds it.
 *
 * @internal
 */
final class ApiKey
{
    /** @var ?\WeakMap<self, string> */
    private static ?\WeakMap $keys = null;

    /** What the key opens: `live` or `test`. */
    public readonly string $environment;

    public function __construct(#[\SensitiveParameter] string $key)
    {
        $this->environment = self::environmentOf($key);
        self::$keys ??= new \WeakMap();
        self::$keys[$this] = $key;
    }

    public function reveal(): string
    {
        return self::$keys[$this] ?? '';
    }

    private static function environmentOf(#[\SensitiveParameter] string $key): string
    {
        foreach (Catalogue::ENVIRONMENTS as $prefix => $environment) {
            if (preg_match('~^' . preg_quote($prefix, '~') . '[!-\~]+$~D', $key) === 1) {
                return $environment;
            }
        }
        $prefixes = implode(' or ', array_keys(Catalogue::ENVIRONMENTS));
        throw new ConfigurationException(
            "The API key must begin with $prefixes, without spaces or line breaks.",
        );
    }
}

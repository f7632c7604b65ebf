<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Generated\Catalogue;

/**
 * The key, and what it opens.
 *
 * @internal
 */
final class ApiKey
{
    /** What the key opens: `live` or `test`. */
    public readonly string $environment;

    /** @var Hidden<string> */
    private readonly Hidden $key;

    public function __construct(#[\SensitiveParameter] string $key)
    {
        $this->environment = self::environmentOf($key);
        $this->key = new Hidden($key);
    }

    public function reveal(): string
    {
        return $this->key->reveal();
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

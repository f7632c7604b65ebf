<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Generated\Catalogue;

/**
 * The headers of a request: those of the application, and over them the SDK's own.
 *
 * @internal
 */
final class Headers
{
    private const NAME = '~^[!#$%&\'*+.^_`|\~0-9a-z-]+$~Di';
    private const VALUE = '~^[\t -\~\x80-\xff]*$~D';

    /** They say how a request is sent, which is not the application's to decide. */
    private const OF_TRANSPORT = [
        'accept-encoding', 'connection', 'content-encoding', 'content-length', 'expect', 'host', 'keep-alive', 'te',
        'trailer', 'transfer-encoding', 'upgrade',
    ];

    /**
     * @param array<array-key, mixed> $headers
     * @return array<array-key, string> By their names in lower case. PHP makes a number of a name like `1`.
     * @throws ConfigurationException
     */
    public static function check(#[\SensitiveParameter] array $headers): array
    {
        $checked = [];
        foreach ($headers as $name => $value) {
            $name = strtolower((string) $name);
            if (
                preg_match(self::NAME, $name) !== 1
                || !is_string($value)
                || preg_match(self::VALUE, $value) !== 1
                || in_array($name, self::OF_TRANSPORT, true)
            ) {
                throw new ConfigurationException(
                    'headers must have names and values that HTTP leaves to the caller.',
                );
            }
            $checked[$name] = trim($value);
        }

        // The content type is that of the body, which the SDK writes.
        return array_diff_key($checked, ['content-type' => true]);
    }

    /** @return array<array-key, string> */
    public static function of(Settings $settings, bool $withBody): array
    {
        return [
            'accept' => 'application/json',
            'user-agent' => 'getclickmedia-php/' . Catalogue::VERSION,
            Catalogue::KEY_HEADER => $settings->apiKey->reveal(),
            ...($withBody ? ['content-type' => 'application/json'] : []),
        ] + $settings->headers->reveal();
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;

/**
 * Where the API is: HTTPS, or plain HTTP to this machine, and nothing but a host and a path.
 *
 * @internal
 */
final class BaseUrl
{
    private const SECURE = 'https://([a-z0-9.-]+|\[[0-9a-f:.]+\])';
    private const LOOPBACK = 'http://(localhost|(?<ip>127\.[0-9.]+)|\[::1\])';
    private const PORT_AND_PATH = '(:(?<port>\d{1,5}))?(/[^?#@\\\\\s]*)?';

    /**
     * @return string The URL without a slash at its end.
     * @throws ConfigurationException
     */
    public static function check(#[\SensitiveParameter] string $url): string
    {
        $form = '~^(' . self::SECURE . '|' . self::LOOPBACK . ')' . self::PORT_AND_PATH . '$~Di';
        $fits = preg_match('~^[!-\~]*$~D', $url) === 1 && preg_match($form, $url, $match) === 1;
        $ip = $match['ip'] ?? '';
        $exists = $ip === '' || filter_var($ip, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4) !== false;
        if ($fits && $exists && (int) ($match['port'] ?? 0) <= 65_535) {
            return rtrim($url, '/');
        }
        throw new ConfigurationException(
            'baseUrl must be like https://host/v1, without user, password, ? or #; '
            . 'http:// is for this machine only.',
        );
    }
}

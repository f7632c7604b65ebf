<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

use PHPUnit\Framework\TestCase;

/** What some tests need and not every machine has. */
final class Needs
{
    /**
     * Skips a test where a file is not on the include path. On a build machine the test fails instead, because nobody
     * would see that it was left out.
     *
     * @param string $package What Debian calls the package of the file.
     */
    public static function file(string $file, string $package): void
    {
        if (stream_resolve_include_path($file) !== false) {
            return;
        }
        $line = "$file was not found. apt-get install $package";
        if ((string) getenv('CI') !== '') {
            TestCase::fail($line);
        }
        TestCase::markTestSkipped($line);
    }

    public static function psr18Client(string $name): void
    {
        if ($name === 'curl') {
            return;
        }
        self::file('Nyholm/Psr7/autoload.php', 'php-nyholm-psr7');
        if ($name === 'guzzle') {
            self::file('GuzzleHttp/autoload.php', 'php-guzzlehttp-guzzle');
        } else {
            self::file('Symfony/Component/HttpClient/autoload.php', 'php-symfony-http-client');
        }
    }

    public static function logger(): void
    {
        self::file('Psr/Log/autoload.php', 'php-psr-log');
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** Where the tests put files, which go when they end. */
final class TemporaryFolder
{
    private static ?string $path = null;

    public static function path(): string
    {
        if (self::$path === null) {
            self::$path = sys_get_temp_dir() . '/sdk-php-' . bin2hex(random_bytes(8));
            mkdir(self::$path, 0700);
            register_shutdown_function(self::remove(...));
        }

        return self::$path;
    }

    /** @return string Where the file is. */
    public static function file(string $text = ''): string
    {
        $file = (string) tempnam(self::path(), 'file-');
        file_put_contents($file, $text);

        return $file;
    }

    private static function remove(): void
    {
        array_map(unlink(...), glob(self::$path . '/*') ?: []);
        rmdir((string) self::$path);
    }
}

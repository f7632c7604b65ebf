<?php

declare(strict_types=1);

$prefixes = [
    'GetClickMedia\\Sms\\Tests\\' => __DIR__ . '/',
    'GetClickMedia\\Sms\\' => dirname(__DIR__) . '/src/',
];
spl_autoload_register(static function (string $class) use ($prefixes): void {
    foreach ($prefixes as $prefix => $folder) {
        $file = $folder . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (str_starts_with($class, $prefix) && is_file($file)) {
            require $file;

            return;
        }
    }
});

// HTTP clients and frameworks to test with: those that the system has.
foreach (
    [
        'Psr/Log/autoload.php',
        'GuzzleHttp/autoload.php',
        'Nyholm/Psr7/autoload.php',
        'Symfony/Component/HttpClient/autoload.php',
    ] as $autoloader
) {
    $file = stream_resolve_include_path($autoloader);
    if ($file !== false) {
        require_once $file;
    }
}

require __DIR__ . '/Support/constant-time.php';
require __DIR__ . '/Support/time-of-day.php';

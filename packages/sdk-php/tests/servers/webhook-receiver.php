<?php

/** Prints its URL, and then every webhook that it gets as a line of JSON. */

declare(strict_types=1);

require dirname(__DIR__) . '/bootstrap.php';

use GetClickMedia\Sms\Webhooks;

$server = stream_socket_server('tcp://127.0.0.1:0') ?: exit(1);
echo 'http://', stream_socket_get_name($server, false), "/webhook\n";
while ($connection = stream_socket_accept($server, 60)) {
    $signature = null;
    $length = 0;
    while (($line = trim((string) fgets($connection))) !== '') {
        if (str_contains($line, ':')) {
            [$name, $value] = explode(':', $line, 2);
            $signature = strtolower($name) === Webhooks::SIGNATURE_HEADER ? trim($value) : $signature;
            $length = strtolower($name) === 'content-length' ? (int) $value : $length;
        }
    }
    $body = (string) stream_get_contents($connection, $length);
    fwrite($connection, "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
    fclose($connection);
    echo json_encode(['body' => $body, 'signature' => $signature], JSON_THROW_ON_ERROR), "\n";
}

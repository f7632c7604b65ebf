<?php

/**
 * Answers the API over TLS with the certificate of a file that is given. Prints its port, and then the first line of
 * every request that it gets to see.
 */

declare(strict_types=1);

[, $certificate] = $argv;
$context = stream_context_create(['ssl' => ['local_cert' => $certificate]]);
$flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
$server = stream_socket_server('tcp://127.0.0.1:0', $code, $reason, $flags, $context) ?: exit(1);
$port = (int) substr((string) strrchr((string) stream_socket_get_name($server, false), ':'), 1);
echo json_encode(['port' => $port]), "\n";

while ($connection = stream_socket_accept($server, 60)) {
    if (@stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER) !== true) {
        continue;
    }
    $line = trim((string) fgets($connection));
    if ($line === '') {
        continue; // Nothing came: a client has looked at the certificate and gone.
    }
    echo "$line\n";
    $length = 0;
    while (($header = trim((string) fgets($connection))) !== '') {
        if (preg_match('~^content-length: (\d+)~i', $header, $match) === 1) {
            $length = (int) $match[1];
        }
    }
    stream_get_contents($connection, $length);
    $body = '{"messageId":"gcm_msg_1","credits":1}';
    fwrite($connection, "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: " . strlen($body) . "\r\n\r\n$body");
    fclose($connection);
}

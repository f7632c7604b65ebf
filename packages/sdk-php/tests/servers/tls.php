<?php

/**
 * Answers the API over TLS, with a certificate of its own for 127.0.0.1, which it puts into a folder that is given.
 * Prints its port and where the certificate is, and then the first line of every request that it gets to see.
 */

declare(strict_types=1);

[, $folder] = $argv;
file_put_contents("$folder/openssl.cnf", <<<'CONFIGURATION'
    [req]
    distinguished_name = name
    [name]
    [server]
    subjectAltName = IP:127.0.0.1
    basicConstraints = critical, CA:TRUE
    CONFIGURATION);
$options = ['config' => "$folder/openssl.cnf", 'x509_extensions' => 'server', 'digest_alg' => 'sha256'];
$key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 2048] + $options);
$request = openssl_csr_new(['commonName' => 'SDK test'], $key, $options);
$certificate = openssl_csr_sign($request, null, $key, 1, $options, random_int(1, PHP_INT_MAX));
openssl_x509_export($certificate, $certificateText);
openssl_pkey_export($key, $keyText, null, $options);
file_put_contents("$folder/certificate.pem", $certificateText);
file_put_contents("$folder/server.pem", $certificateText . $keyText);

$context = stream_context_create(['ssl' => ['local_cert' => "$folder/server.pem"]]);
$flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
$server = stream_socket_server('tcp://127.0.0.1:0', $code, $reason, $flags, $context) ?: exit(1);
$port = (int) substr((string) strrchr((string) stream_socket_get_name($server, false), ':'), 1);
echo json_encode(['port' => $port, 'certificate' => "$folder/certificate.pem"]), "\n";

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

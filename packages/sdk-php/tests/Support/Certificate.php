<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

use PHPUnit\Framework\TestCase;

/** A certificate for 127.0.0.1 that nobody vouches for. */
final class Certificate
{
    private static ?self $instance = null;

    /**
     * @param string $file Where the certificate is, for a client to trust.
     * @param string $serverFile Where it is together with its key.
     */
    private function __construct(public readonly string $file, public readonly string $serverFile)
    {
    }

    public static function get(): self
    {
        if (!extension_loaded('openssl')) {
            TestCase::markTestSkipped('This PHP has no openssl to make a certificate with.');
        }

        return self::$instance ??= self::make();
    }

    private static function make(): self
    {
        $options = [
            'config' => TemporaryFolder::file(<<<'CONFIGURATION'
                [req]
                distinguished_name = name
                [name]
                [server]
                subjectAltName = IP:127.0.0.1
                basicConstraints = critical, CA:TRUE
                CONFIGURATION),
            'x509_extensions' => 'server',
            'digest_alg' => 'sha256',
            'private_key_type' => OPENSSL_KEYTYPE_RSA,
            'private_key_bits' => 2048,
        ];
        $key = openssl_pkey_new($options);
        $request = openssl_csr_new(['commonName' => 'SDK test'], $key, $options);
        $certificate = openssl_csr_sign($request, null, $key, 1, $options, random_int(1, PHP_INT_MAX));
        openssl_x509_export($certificate, $certificateText);
        openssl_pkey_export($key, $keyText, null, $options);

        return new self(TemporaryFolder::file($certificateText), TemporaryFolder::file($certificateText . $keyText));
    }
}

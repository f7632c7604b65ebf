<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

/** Asks the servers of the tests what they saw. */
final class Http
{
    private static ?\CurlHandle $handle = null;

    /**
     * @param list<string> $headers
     * @return array{status: int, body: string}
     */
    public static function call(string $method, string $url, ?string $body = null, array $headers = []): array
    {
        $handle = self::$handle ??= curl_init();
        curl_reset($handle);
        curl_setopt_array($handle, [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTPHEADER => $body === null ? $headers : ['content-type: application/json', ...$headers],
        ]);
        if ($body !== null) {
            curl_setopt($handle, CURLOPT_POSTFIELDS, $body);
        }
        $answer = curl_exec($handle);
        if (!is_string($answer)) {
            throw new \RuntimeException("$method $url: " . curl_error($handle));
        }

        return ['status' => curl_getinfo($handle, CURLINFO_RESPONSE_CODE), 'body' => $answer];
    }

    /** @return array<array-key, mixed> */
    public static function json(string $method, string $url, mixed $body = null): array
    {
        $text = $body === null ? null : json_encode($body, JSON_THROW_ON_ERROR);
        $answer = self::call($method, $url, $text);

        return $answer['body'] === '' ? [] : json_decode($answer['body'], true, flags: JSON_THROW_ON_ERROR);
    }
}

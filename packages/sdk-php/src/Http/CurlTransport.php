<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * Makes requests with PHP's curl extension.
 *
 * libcurl sends a request again by itself when a connection that it used before turns out to be dead. So a send
 * always has a connection of its own, which is closed after it; reads share one.
 */
final class CurlTransport implements Transport
{
    /** A longer answer, or one with longer headers, counts as a broken one: it must not use up the memory. */
    private const LONGEST_BODY = 16 * 1024 * 1024;
    private const LONGEST_HEAD = 256 * 1024;

    private const LONGEST_TIMEOUT = 2_147_483_647;

    /** No connection came about, or its certificate was not trusted. */
    private const NEVER_CONNECTED = [
        CURLE_COULDNT_RESOLVE_PROXY,
        CURLE_COULDNT_RESOLVE_HOST,
        CURLE_COULDNT_CONNECT,
        CURLE_SSL_CACERT, // All that has to do with the certificate of the server.
    ];

    private ?\CurlHandle $handle = null;
    private int $process = 0;

    public function exchange(#[\SensitiveParameter] Request $request): Response
    {
        $handle = $this->handle();
        $head = new ResponseHead(self::LONGEST_HEAD);
        $body = '';
        curl_setopt_array($handle, self::options($request));
        curl_setopt($handle, CURLOPT_HEADERFUNCTION, static fn ($_, string $line): int => $head->read($line));
        curl_setopt($handle, CURLOPT_WRITEFUNCTION, static function ($_, string $chunk) use (&$body): int {
            if (strlen($body) + strlen($chunk) > self::LONGEST_BODY) {
                return -1;
            }
            $body .= $chunk;

            return strlen($chunk);
        });
        try {
            curl_exec($handle);
            $failure = self::failureOf($handle);
        } finally {
            curl_reset($handle); // It would keep the key and the text.
        }
        $response = $head->isComplete() ? new Response($head->status, $head->headers(), $body) : null;
        if ($failure === null && $response !== null) {
            return $response;
        }
        // What refuses a call is its status: it stands, however the body ended.
        if ($response !== null && !$response->isSuccess()) {
            return new Response($response->status, $response->headers, '');
        }
        throw $failure ?? new TransportException('The answer was no HTTP');
    }

    /** A connection must not be shared with a process that was forked from this one. */
    private function handle(): \CurlHandle
    {
        $process = (int) getmypid();
        if ($this->handle === null || $this->process !== $process) {
            $this->handle = curl_init();
            $this->process = $process;
        }

        return $this->handle;
    }

    /** @return array<int, mixed> */
    private static function options(#[\SensitiveParameter] Request $request): array
    {
        $headers = ['Expect:']; // curl would ask before a long body, and wait.
        foreach ($request->headers as $name => $value) {
            // A header without a value has to be written so, or curl leaves it out.
            $headers[] = $value === '' ? "$name;" : "$name: $value";
        }
        $sends = $request->method === 'POST';
        $options = [
            CURLOPT_URL => $request->url,
            CURLOPT_CUSTOMREQUEST => $request->method,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_TIMEOUT_MS => (int) min(ceil($request->timeout * 1000), self::LONGEST_TIMEOUT),
            CURLOPT_CONNECTTIMEOUT_MS => self::LONGEST_TIMEOUT,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PATH_AS_IS => true,
            // HTTP/2 sends a request again where a server says that it was too late for it.
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_FRESH_CONNECT => $sends,
            CURLOPT_FORBID_REUSE => $sends,
        ];
        if ($request->body !== null) {
            $options[CURLOPT_POSTFIELDS] = $request->body;
        }

        return $options;
    }

    private static function failureOf(\CurlHandle $handle): ?TransportException
    {
        $code = curl_errno($handle);
        if ($code === CURLE_OK) {
            return null;
        }
        $timedOut = $code === CURLE_OPERATION_TIMEDOUT;
        // curl takes note of the bytes of a request as it hands them on, so 0 means that none has left.
        $written = curl_getinfo($handle, CURLINFO_REQUEST_SIZE);
        $left = $written !== 0 || !($timedOut || in_array($code, self::NEVER_CONNECTED, true));

        return new TransportException(curl_strerror($code) ?? "curl failed with $code", $left, $timedOut);
    }
}

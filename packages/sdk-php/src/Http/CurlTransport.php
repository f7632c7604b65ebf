<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

/**
 * Makes requests with PHP's curl extension.
 *
 * libcurl sends a request again by itself when a connection that it used before turns out to be dead, and takes what a
 * server has written beyond an answer for the next one. So each request has a handle of its own, and with it a
 * connection, which is closed after it.
 */
final class CurlTransport implements Transport
{
    /** An answer with longer headers counts as a broken one. */
    private const LONGEST_HEAD = 256 * 1024;

    private const LONGEST_TIMEOUT = 2_147_483_647;

    public function exchange(#[\SensitiveParameter] Request $request): Response
    {
        $handle = curl_init();
        $head = new ResponseHead(self::LONGEST_HEAD);
        $body = '';
        curl_setopt_array($handle, self::options($request));
        curl_setopt($handle, CURLOPT_HEADERFUNCTION, static fn ($_, string $line): int => $head->read($line));
        curl_setopt($handle, CURLOPT_WRITEFUNCTION, static function ($_, string $chunk) use (&$body): int {
            if (strlen($body) + strlen($chunk) > Response::LONGEST_BODY) {
                return -1;
            }
            $body .= $chunk;

            return strlen($chunk);
        });
        try {
            curl_exec($handle);
            $failure = self::failureOf($handle, $request);
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

    /** @return array<int, mixed> */
    private static function options(#[\SensitiveParameter] Request $request): array
    {
        $headers = ['Expect:']; // curl would ask before a long body, and wait.
        foreach ($request->headers as $name => $value) {
            // A header without a value has to be written so, or curl leaves it out.
            $headers[] = $value === '' ? "$name;" : "$name: $value";
        }
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
            // What a proxy says is no answer of the API.
            CURLOPT_SUPPRESS_CONNECT_HEADERS => true,
        ];
        if (!self::isSecure($request)) {
            $options[CURLOPT_PROXY] = ''; // This machine is not the proxy's.
        }
        if ($request->body !== null) {
            $options[CURLOPT_POSTFIELDS] = $request->body;
        }

        return $options;
    }

    private static function failureOf(
        \CurlHandle $handle,
        #[\SensitiveParameter] Request $request,
    ): ?TransportException {
        $code = curl_errno($handle);
        if ($code === CURLE_OK) {
            return null;
        }
        // Nothing of a request leaves before TLS stands with the API itself, behind whatever proxies; curl counts what
        // it asks these for as well. Without TLS it counts the bytes of a request as it hands them on.
        $left = self::isSecure($request)
            ? curl_getinfo($handle, CURLINFO_APPCONNECT_TIME_T) !== 0
            : curl_getinfo($handle, CURLINFO_REQUEST_SIZE) !== 0;

        return new TransportException(
            curl_strerror($code) ?? "curl failed with $code",
            $left,
            $code === CURLE_OPERATION_TIMEDOUT,
        );
    }

    private static function isSecure(#[\SensitiveParameter] Request $request): bool
    {
        return stripos($request->url, 'https:') === 0;
    }
}

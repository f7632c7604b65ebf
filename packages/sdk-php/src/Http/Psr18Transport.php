<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamFactoryInterface;

/**
 * Makes requests with a PSR-18 client of the application.
 *
 * PSR-18 does not tell whether a request that failed has left, so every failure counts as if it had. Every
 * connection is closed after its request, since libcurl, which most of them use, sends a request again when a
 * connection that it used before turns out to be dead.
 */
final readonly class Psr18Transport implements Transport
{
    public function __construct(
        private ClientInterface $client,
        private RequestFactoryInterface $requests,
        private StreamFactoryInterface $streams,
    ) {
    }

    public function exchange(#[\SensitiveParameter] Request $request): Response
    {
        $message = $this->requests->createRequest($request->method, $request->url)
            ->withHeader('connection', 'close');
        foreach ($request->headers as $name => $value) {
            $message = $message->withHeader($name, $value);
        }
        if ($request->body !== null) {
            $message = $message->withBody($this->streams->createStream($request->body));
        }
        try {
            $response = $this->client->sendRequest($message);
        } catch (ClientExceptionInterface $exception) {
            throw new TransportException($exception->getMessage());
        }

        return new Response(
            $response->getStatusCode(),
            self::headersOf($response),
            self::bodyOf($response),
        );
    }

    /** @return array<string, string> */
    private static function headersOf(ResponseInterface $response): array
    {
        $headers = [];
        foreach ($response->getHeaders() as $name => $values) {
            $headers[strtolower((string) $name)] = implode(', ', $values);
        }

        return $headers;
    }

    /** Some clients read the body only now. */
    private static function bodyOf(ResponseInterface $response): string
    {
        try {
            return (string) $response->getBody();
        } catch (\Throwable $exception) {
            // What refuses a call is its status: it stands, however the body ended.
            if ($response->getStatusCode() < 200 || $response->getStatusCode() >= 300) {
                return '';
            }
            throw new TransportException($exception->getMessage());
        }
    }
}

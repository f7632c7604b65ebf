<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Http;

use GetClickMedia\Sms\Exception\ConfigurationException;
use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamFactoryInterface;
use Psr\Http\Message\StreamInterface;

/**
 * Makes requests with a PSR-18 client of the application.
 *
 * PSR-18 does not tell whether a request that failed has left, so every failure counts as if it had.
 *
 * libcurl, which most of them use, sends a request again when a connection that it used before turns out to be dead.
 * Over HTTP/1.1 the header `connection: close` keeps it from using one again. HTTP/2 has no such header, so the
 * client must speak HTTP/1.1: once an answer came over anything newer, nothing more is sent.
 */
final class Psr18Transport implements Transport
{
    private const PIECE = 8192;

    private readonly ClientInterface $client;
    private bool $speaksHttp11 = true;

    public function __construct(
        ClientInterface $client,
        private readonly RequestFactoryInterface $requests,
        private readonly StreamFactoryInterface $streams,
    ) {
        // Symfony's client speaks HTTP/2 and follows redirects, unless it is told not to.
        $told = method_exists($client, 'withOptions')
            ? $client->withOptions(['http_version' => '1.1', 'max_redirects' => 0])
            : null;
        $this->client = $told instanceof ClientInterface ? $told : $client;
    }

    public function exchange(#[\SensitiveParameter] Request $request): Response
    {
        if (!$this->speaksHttp11 && $request->method === 'POST') {
            throw new ConfigurationException(
                'Nothing was sent: httpClient speaks HTTP/2, which could send twice. Make it speak HTTP/1.1; with '
                . "Symfony's HttpClient set http_version to '1.1' and max_redirects to 0.",
            );
        }
        $message = $this->requests->createRequest($request->method, $request->url)
            ->withHeader('connection', 'close');
        foreach ($request->headers as $name => $value) {
            $message = $message->withHeader((string) $name, $value);
        }
        if ($request->body !== null) {
            $message = $message->withBody($this->streams->createStream($request->body));
        }
        try {
            $response = $this->client->sendRequest($message);
        } catch (ClientExceptionInterface $exception) {
            throw new TransportException($exception->getMessage());
        }
        $this->speaksHttp11 = $this->speaksHttp11 && self::isHttp11($response);

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

    private static function isHttp11(ResponseInterface $response): bool
    {
        return (float) $response->getProtocolVersion() < 2.0
            && preg_grep('~^HTTP/[2-9]~', self::linesBehind($response->getBody())) === [];
    }

    /**
     * Symfony's client does not say the version of HTTP in its answer, but has it behind the stream of the body.
     *
     * @return array<array-key, string> The lines of the head.
     */
    private static function linesBehind(StreamInterface $body): array
    {
        $getResponse = [$body->getMetadata('wrapper_data'), 'getResponse'];
        $getInfo = [is_callable($getResponse) ? $getResponse() : null, 'getInfo'];
        $lines = is_callable($getInfo) ? $getInfo('response_headers') : [];

        return is_array($lines) ? array_filter($lines, is_string(...)) : [];
    }

    /** Some clients read the body only now. */
    private static function bodyOf(ResponseInterface $response): string
    {
        try {
            return self::readAll($response->getBody());
        } catch (\Throwable $exception) {
            // What refuses a call is its status: it stands, however the body ended.
            if ($response->getStatusCode() < 200 || $response->getStatusCode() >= 300) {
                return '';
            }
            throw new TransportException($exception->getMessage());
        }
    }

    private static function readAll(StreamInterface $stream): string
    {
        if ($stream->isSeekable()) {
            $stream->rewind();
        }
        $body = '';
        while (!$stream->eof()) {
            $piece = $stream->read(self::PIECE);
            $body .= $piece;
            if (strlen($body) > Response::LONGEST_BODY) {
                throw new TransportException('The answer is too long');
            }
            if ($piece === '' && !$stream->eof()) {
                throw new TransportException('The answer broke off');
            }
        }

        return $body;
    }
}

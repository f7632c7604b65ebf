<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

use Nyholm\Psr7\Factory\Psr17Factory;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Symfony\Component\HttpClient\CurlHttpClient;
use Symfony\Component\HttpClient\Psr18Client;

/** Symfony's PSR-18 client with the method that it has from its version 6.2 on. */
final class AdjustableClient implements ClientInterface
{
    private readonly Psr18Client $client;

    /** @param array<string, mixed> $options */
    public function __construct(private readonly array $options)
    {
        $factory = new Psr17Factory();
        $this->client = new Psr18Client(new CurlHttpClient($options), $factory, $factory);
    }

    /** @param array<string, mixed> $options */
    public function withOptions(array $options): self
    {
        return new self($options + $this->options);
    }

    public function sendRequest(RequestInterface $request): ResponseInterface
    {
        return $this->client->sendRequest($request);
    }
}

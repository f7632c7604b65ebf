<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

use GetClickMedia\Sms\Http\CurlTransport;
use GetClickMedia\Sms\Http\Request;
use GetClickMedia\Sms\Http\Response;
use GetClickMedia\Sms\Http\Transport;

/** Lets one attempt of a call, and those after it, meet a real failure. */
final class FailingTransport implements Transport
{
    private readonly CurlTransport $curl;
    private int $attempts = 0;

    /** @param array<string, string> $elsewhere Origins at which the failure happens. */
    public function __construct(
        private readonly int $attempt,
        private readonly string $failure,
        private readonly array $elsewhere,
    ) {
        $this->curl = new CurlTransport();
    }

    public function exchange(#[\SensitiveParameter] Request $request): Response
    {
        if (++$this->attempts < $this->attempt) {
            return $this->curl->exchange($request);
        }
        $origin = $this->elsewhere[$this->failure] ?? null;
        $url = $origin === null ? $request->url : (string) preg_replace('~^http://[^/]+~', $origin, $request->url);
        $timeout = str_contains($this->failure, 'timeout') ? 0.15 : $request->timeout;
        $response = $this->curl->exchange(
            new Request($request->method, $url, $request->headers, $request->body, $timeout),
        );
        throw $this->failure === 'aborted'
            ? new \DomainException('The application has had enough.')
            : new \LogicException("$this->failure was answered with $response->status.");
    }
}

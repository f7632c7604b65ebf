<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests\Support;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\SmsClient;
use GuzzleHttp\Client as GuzzleClient;
use Nyholm\Psr7\Factory\Psr17Factory;
use Psr\Log\LoggerInterface;
use Symfony\Component\HttpClient\CurlHttpClient;
use Symfony\Component\HttpClient\NativeHttpClient;
use Symfony\Component\HttpClient\Psr18Client;

/** One call to a server that misbehaves, and what its caller gets to see. */
final class FaultRun
{
    public const API_KEY = 'gcm_test_K3yThatNobodyMaySee';
    public const TEXT = 'Your OTP is 482910. Valid for 10 minutes. GCMDIA';
    /** Seconds; short, since many runs wait for it. */
    public const TIMEOUT = 0.3;

    /** @param string $output Everything that a program could have written to a log. */
    private function __construct(
        public readonly ApiResponse|\Throwable $result,
        public readonly string $output,
    ) {
    }

    /** @param string $transport `curl`, or the PSR-18 client to make the requests. */
    public static function make(
        string $transport,
        string $baseUrl,
        string $operation,
        float $timeout = self::TIMEOUT,
    ): self {
        $logger = interface_exists(LoggerInterface::class) ? new RecordingLogger() : null;
        $client = self::client($transport, $baseUrl, $logger, $timeout);
        $arguments = Vectors::firstArguments($operation);
        if (isset($arguments['message'])) {
            $arguments['message'] = self::TEXT;
        }
        try {
            $result = Call::make($client, $operation, $arguments);
        } catch (\Throwable $failure) {
            $result = $failure;
        }

        return new self($result, Everything::about($client, $result, $logger?->records));
    }

    public function describe(): string
    {
        if ($this->result instanceof ApiResponse) {
            return 'accepted';
        }
        $name = (new \ReflectionClass($this->result))->getShortName();

        return $name . ($this->deliveryUnknown() ? ', delivery unknown' : '');
    }

    public function deliveryUnknown(): bool
    {
        // What is no exception of this SDK would say nothing.
        return $this->result instanceof SmsException && $this->result->deliveryUnknown;
    }

    public static function client(
        string $transport,
        string $baseUrl,
        ?RecordingLogger $logger = null,
        float $timeout = self::TIMEOUT,
    ): SmsClient {
        $factory = $transport === 'curl' ? null : new Psr17Factory();
        $symfony = [
            'http_version' => '1.1',
            'max_redirects' => 0,
            'timeout' => $timeout,
            'max_duration' => $timeout,
        ];

        return new SmsClient(
            apiKey: self::API_KEY,
            baseUrl: $baseUrl,
            timeout: $timeout,
            httpClient: match ($transport) {
                'curl' => null,
                'guzzle' => new GuzzleClient(['timeout' => $timeout]),
                'symfony' => new Psr18Client(new CurlHttpClient($symfony), $factory, $factory),
                'symfony-native' => new Psr18Client(new NativeHttpClient($symfony), $factory, $factory),
                default => throw new \InvalidArgumentException("There is no transport $transport."),
            },
            requestFactory: $factory,
            streamFactory: $factory,
            logger: $logger,
            sleep: static function (float $seconds): void {
            },
        );
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\ConnectionException;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Tests\Support\AdjustableClient;
use GetClickMedia\Sms\Tests\Support\Certificate;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\FaultRun;
use GetClickMedia\Sms\Tests\Support\Needs;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\ScriptedServer;
use GetClickMedia\Sms\Tests\Support\Vectors;
use GuzzleHttp\Client as GuzzleClient;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\RequestException;
use GuzzleHttp\Psr7\FnStream;
use GuzzleHttp\Psr7\Request;
use GuzzleHttp\Psr7\Utils;
use Nyholm\Psr7\Factory\Psr17Factory;
use Nyholm\Psr7\Response;
use PHPUnit\Framework\TestCase;
use Psr\Http\Client\ClientInterface;
use Symfony\Component\HttpClient\CurlHttpClient;
use Symfony\Component\HttpClient\Psr18Client;

final class Psr18Test extends TestCase
{
    private ?Program $server = null;

    protected function tearDown(): void
    {
        $this->server?->close();
    }

    public function testItNeedsItsFactories(): void
    {
        Needs::psr18Client('guzzle');

        $failure = Failure::of(
            static fn () => new SmsClient(apiKey: Vectors::apiKey(), httpClient: new GuzzleClient()),
            ConfigurationException::class,
        );

        self::assertStringContainsString('requestFactory', $failure->getMessage());
    }

    public function testWhatItThrowsLeavesTheOutcomeOfASendUnknown(): void
    {
        Needs::psr18Client('guzzle');
        $thrown = [
            new ConnectException('Connection refused', new Request('POST', 'https://example.com')),
            new RequestException('Strange', new Request('POST', 'https://example.com')),
            new \TypeError('A mistake in a middleware'),
        ];
        foreach ($thrown as $exception) {
            $calls = 0;
            $guzzle = new GuzzleClient(['handler' => static function () use ($exception, &$calls): never {
                ++$calls;
                throw $exception;
            }]);
            $client = self::client($guzzle, 'https://example.com');

            $failure = Failure::of(
                fn () => $client->send(...Vectors::firstArguments('send')),
                ConnectionException::class,
            );
            self::assertTrue($failure->deliveryUnknown);
            self::assertSame(1, $calls);

            // A read is repeated, unless what has ended it is no failure of HTTP.
            Failure::of(fn () => $client->getBalance(), ConnectionException::class);
            self::assertSame($exception instanceof \TypeError ? 2 : 4, $calls);
        }
    }

    public function testNothingMoreIsSentOverHttp2(): void
    {
        Needs::psr18Client('symfony');
        $factory = new Psr17Factory();
        $client = $this->overTls(static fn (array $trust) => new Psr18Client(
            new CurlHttpClient($trust + ['max_redirects' => 0]),
            $factory,
            $factory,
        ));

        $client->getBalance();
        $failure = Failure::of(
            fn () => $client->withOptions(timeout: 5)->send(...Vectors::firstArguments('send')),
            ConfigurationException::class,
        );
        $client->getBalance();

        self::assertStringContainsString("set http_version to '1.1' and max_redirects to 0", $failure->getMessage());
        self::assertFalse($failure->deliveryUnknown);
        self::assertSame(['GET over HTTP/2.0', 'GET over HTTP/2.0'], [$this->server?->line(), $this->server?->line()]);
    }

    public function testNothingMoreIsSentWhereTheAnswerSaysAnotherVersion(): void
    {
        Needs::psr18Client('guzzle');
        foreach (['1.0' => 2, '1.1' => 2, '2' => 1, '2.0' => 1, '3' => 1] as $version => $sent) {
            $calls = 0;
            $client = self::client(new GuzzleClient([
                'handler' => static function () use ($version, &$calls): Response {
                    ++$calls;

                    return new Response(200, [], '{"messageId":"gcm_msg_1"}', (string) $version);
                },
            ]), 'https://example.com');
            $send = static fn () => $client->send(...Vectors::firstArguments('send'));
            $send();
            if ($sent === 1) {
                Failure::of($send, ConfigurationException::class);
            } else {
                $send();
            }
            self::assertSame($sent, $calls, "HTTP/$version");
        }
    }

    public function testAClientThatCanBeToldIsToldToSpeakHttp11(): void
    {
        Needs::psr18Client('symfony');
        $client = $this->overTls(static fn (array $trust) => new AdjustableClient($trust));

        $client->send(...Vectors::firstArguments('send'));

        self::assertSame('POST over HTTP/1.1', $this->server?->line());
        $scripted = ScriptedServer::get();
        $scripted->script(['status' => 307, 'headers' => ['location' => $scripted->baseUrl]], ['status' => 200]);
        $client = self::client(new AdjustableClient([]), $scripted->baseUrl);
        Failure::of(static fn () => $client->getBalance());
        self::assertCount(1, $scripted->arrivals(), 'It follows no redirect.');
    }

    public function testARefusalStandsAlthoughItsBodyBroke(): void
    {
        Needs::psr18Client('symfony');
        $server = ScriptedServer::get();
        foreach (['half-refusal' => false, 'half-response' => true] as $act => $unknown) {
            $server->script($act);
            $client = FaultRun::client('symfony', $server->baseUrl, timeout: 10);

            $failure = Failure::of(fn () => $client->send(...Vectors::firstArguments('send')));

            self::assertSame($unknown, $failure->deliveryUnknown, $act);
            self::assertSame($unknown ? null : 422, $failure->status, $act);
        }
    }

    public function testAnAnswerThatNeverEndsIsABrokenOne(): void
    {
        Needs::psr18Client('guzzle');
        $reads = 0;
        $stream = FnStream::decorate(Utils::streamFor(), [
            'eof' => static fn () => false,
            'read' => static function () use (&$reads): string {
                return ++$reads < 100 ? '' : throw new \LogicException('It goes on for ever.');
            },
        ]);
        $guzzle = new GuzzleClient(['handler' => static fn () => new Response(200, [], $stream)]);

        $failure = Failure::of(
            static fn () => self::client($guzzle, 'https://example.com')->send(...Vectors::firstArguments('send')),
            ConnectionException::class,
        );

        self::assertTrue($failure->deliveryUnknown);
        self::assertStringContainsString('broke off', $failure->getMessage());
    }

    /** @param \Closure(array<string, mixed>): ClientInterface $make Is given the options with which it trusts the server. */
    private function overTls(\Closure $make): SmsClient
    {
        ['file' => $file, 'serverFile' => $serverFile] = (array) Certificate::get();
        $this->server = Program::node('tests/servers/http2.ts', $serverFile);

        return self::client($make(['cafile' => $file]), $this->server->line());
    }

    private static function client(ClientInterface $httpClient, string $baseUrl): SmsClient
    {
        $factory = new Psr17Factory();

        return new SmsClient(
            apiKey: Vectors::apiKey(),
            baseUrl: $baseUrl,
            httpClient: $httpClient,
            requestFactory: $factory,
            streamFactory: $factory,
            sleep: static fn () => null,
        );
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Exception\Api\GatewayException;
use GetClickMedia\Sms\Exception\Api\TemplateMismatchException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Http\Request;
use GetClickMedia\Sms\Http\Response;
use GetClickMedia\Sms\Http\Transport;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Testing\FakeApi;
use GetClickMedia\Sms\Tests\Support\Everything;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\FaultRun;
use GetClickMedia\Sms\Tests\Support\ScriptedServer;
use GetClickMedia\Sms\Tests\Support\Vectors;
use GetClickMedia\Sms\Webhook\WebhookException;
use GetClickMedia\Sms\Webhooks;
use PHPUnit\Framework\TestCase;

final class KeySafetyTest extends TestCase
{
    public function testAStackTraceWouldShowArguments(): void
    {
        // Otherwise none of these tests could fail.
        $failure = (static fn (string $secret) => new \Exception())(FaultRun::API_KEY);
        self::assertStringContainsString(FaultRun::API_KEY, print_r($failure->getTrace()[0], true));
    }

    public function testNoDumpOfAClientShowsTheKey(): void
    {
        $client = new SmsClient(apiKey: FaultRun::API_KEY, headers: ['authorization' => 'Bearer abc']);

        $other = $client->withOptions(timeout: 1, headers: ['x-other' => 'Basic abc']);
        $output = Everything::about($client, clone $client, $other);
        foreach ([FaultRun::API_KEY, 'Bearer abc', 'Basic abc'] as $secret) {
            self::assertStringNotContainsString($secret, $output);
        }
    }

    public function testAClientIsNotSerialised(): void
    {
        $failure = Failure::of(
            static fn () => serialize(new SmsClient(apiKey: FaultRun::API_KEY)),
            \LogicException::class,
        );

        self::assertStringContainsString('make it anew', $failure->getMessage());
    }

    public function testWhatAServerEchoesOfTheKeyAndTheTextIsTakenOut(): void
    {
        $server = ScriptedServer::get();
        $text = "A \"text\"\nof two lines — मन";
        $told = FaultRun::API_KEY . ' sent ' . $text . ' and ' . substr((string) json_encode($text, JSON_UNESCAPED_UNICODE), 1, -1);
        $server->script(['status' => 422, 'body' => json_encode([
            'error' => ['code' => 'TEMPLATE_MISMATCH', 'message' => $told, 'requestId' => FaultRun::API_KEY],
        ])]);
        $client = new SmsClient(apiKey: FaultRun::API_KEY, baseUrl: $server->baseUrl);

        $failure = Failure::of(
            static fn () => $client->send(...['message' => $text] + Vectors::firstArguments('send')),
            TemplateMismatchException::class,
        );

        self::assertSame('[redacted] sent [redacted] and [redacted]', $failure->getMessage());
        self::assertSame('[redacted]', $failure->requestId);
        $output = Everything::about($failure);
        self::assertStringNotContainsString(FaultRun::API_KEY, $output);
        self::assertStringNotContainsString('of two lines', $output);
    }

    public function testATextThatIsPartOfACodeChangesNoDecision(): void
    {
        $api = new FakeApi();
        $api->fail('GATEWAY_ERROR', times: 3);
        $arguments = ['message' => 'E'] + Vectors::firstArguments('send');

        $failure = Failure::of(static fn () => $api->client()->send(...$arguments), GatewayException::class);

        self::assertSame('GATEWAY_ERROR', $failure->errorCode);
        self::assertFalse($failure->deliveryUnknown);
        self::assertCount(3, $api->requests());

        $server = ScriptedServer::get();
        $server->script(['status' => 422, 'body' => '{"error":{"code":"ANOTHER_CODE","message":"No."}}']);
        $client = new SmsClient(apiKey: FaultRun::API_KEY, baseUrl: $server->baseUrl);
        $arguments['message'] = 'ANOTHER';
        $failure = Failure::of(static fn () => $client->send(...$arguments), SmsException::class);
        self::assertSame('[redacted]_CODE', $failure->errorCode);
    }

    public function testAnExceptionWithoutANameIsToldWithoutItsPath(): void
    {
        $transport = new class implements Transport {
            public function exchange(Request $request): Response
            {
                throw new class ('no') extends \DomainException {
                };
            }
        };
        $client = new SmsClient(apiKey: FaultRun::API_KEY, httpClient: $transport);

        $failure = Failure::of(static fn () => $client->getBalance(), SmsException::class);

        self::assertStringContainsString('ended by a DomainException@anonymous of its HTTP', $failure->getMessage());
    }

    public function testAnExceptionOfAnotherVersionCanBeUnserialised(): void
    {
        $serialised = serialize(new SmsException('Old.', errorCode: 'OLD'));

        $copy = unserialize(str_replace('"errorCode"', '"errorKode"', $serialised));

        self::assertInstanceOf(SmsException::class, $copy);
        self::assertSame('Old.', $copy->getMessage());
        self::assertFalse(property_exists($copy, 'errorKode'));
    }

    public function testWhatAnHttpClientThrowsIsToldInWordsOnly(): void
    {
        $transport = new class implements Transport {
            public function exchange(Request $request): Response
            {
                throw new \DomainException("Failed with {$request->headers['x-api-key']} and $request->body");
            }
        };
        $client = new SmsClient(apiKey: FaultRun::API_KEY, httpClient: $transport);

        $failure = Failure::of(
            static fn () => $client->send(...['message' => FaultRun::TEXT] + Vectors::firstArguments('send')),
            SmsException::class,
        );

        self::assertTrue($failure->deliveryUnknown);
        self::assertFalse($failure->retryable);
        self::assertNull($failure->getPrevious());
        self::assertStringContainsString('DomainException', $failure->getMessage());
        $output = Everything::about($failure);
        self::assertStringNotContainsString(FaultRun::API_KEY, $output);
        self::assertStringNotContainsString(FaultRun::TEXT, $output);
    }

    public function testExceptionsSurviveSerialisation(): void
    {
        $server = ScriptedServer::get();
        $server->script(['status' => 429, 'headers' => ['retry-after' => '2'], 'body' => json_encode([
            'error' => ['code' => 'RATE_LIMIT_EXCEEDED', 'message' => 'Too many.', 'requestId' => 'req_1'],
        ])]);
        $client = new SmsClient(apiKey: FaultRun::API_KEY, baseUrl: $server->baseUrl, maxRetries: 0);
        $failure = Failure::of(static fn () => $client->send(...Vectors::firstArguments('send')));

        $copy = unserialize(serialize($failure));

        self::assertInstanceOf($failure::class, $copy);
        self::assertNotSame(SmsException::class, $copy::class);
        self::assertSame(get_object_vars($failure), get_object_vars($copy));
        self::assertSame(
            [$failure->getMessage(), $failure->getFile(), $failure->getLine(), $failure->getCode()],
            [$copy->getMessage(), $copy->getFile(), $copy->getLine(), $copy->getCode()],
        );
        self::assertSame(2.0, $copy->retryAfter);
    }

    public function testAWebhookExceptionShowsNeitherSecretNorBodyAndSurvivesToo(): void
    {
        $failure = Failure::of(
            static fn () => Webhooks::parse('{"a":"private"}', 'abc', 'the-secret'),
            WebhookException::class,
        );

        $output = Everything::about($failure);
        self::assertStringNotContainsString('the-secret', $output);
        self::assertStringNotContainsString('private"', $output);
        self::assertSame($failure->reason, unserialize(serialize($failure))->reason);
    }
}

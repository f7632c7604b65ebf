<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Enum\Plan;
use GetClickMedia\Sms\Event\SmsDeliveredEvent;
use GetClickMedia\Sms\Exception\Api\NotCancellableException;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\Http;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\Vectors;
use GetClickMedia\Sms\Webhooks;
use PHPUnit\Framework\TestCase;

/** The whole way of a message, with the API that has a memory. */
final class SandboxTest extends TestCase
{
    private Program $sandbox;
    private string $controlUrl;
    private SmsClient $client;

    protected function setUp(): void
    {
        $this->sandbox = Program::node(
            '../sandbox/dist/cli.js',
            ...['--port', '0', '--clock', 'frozen', '--now', '2026-06-23T04:30:00Z'],
        );
        $words = static fn (string $line): string => trim((string) strrchr($line, ' '));
        $url = $words($this->sandbox->line());
        $key = $words($this->sandbox->line());
        $this->sandbox->line();
        $this->controlUrl = $words($this->sandbox->line());
        $this->client = new SmsClient(
            apiKey: $key,
            baseUrl: $url,
            // Time passes there while the client waits here.
            sleep: function (float $seconds): void {
                $this->advance($seconds);
            },
        );
    }

    protected function tearDown(): void
    {
        $this->sandbox->close();
    }

    public function testAMessageIsSentAndDelivered(): void
    {
        $before = $this->client->getBalance();
        self::assertInstanceOf(Plan::class, $before->plan);

        $sent = $this->client->send(...Vectors::firstArguments('send'));
        self::assertSame(MessageStatus::Queued, $sent->status);
        $delivered = $this->client->waitForDelivery($sent->messageId);

        self::assertSame(MessageStatus::Delivered, $delivered->status);
        self::assertNotNull($delivered->deliveredAt);
        self::assertGreaterThanOrEqual($sent->queuedAt, $delivered->deliveredAt);
        self::assertSame($before->credits - $sent->credits, $this->client->getBalance()->credits);
    }

    public function testABatchIsSentAndCounted(): void
    {
        $campaign = Vectors::firstArguments('sendBulk');
        unset($campaign['scheduleAt']);

        $result = $this->client->sendBulk(...$campaign);
        self::assertTrue($result->complete);
        $this->advance(3600 * 24);
        $batch = $this->client->getBatch((string) $result->outcomes[0]->batchId());

        self::assertSame(count($campaign['recipients']), $batch->total);
        self::assertSame($batch->total, $batch->delivered);
        self::assertNotNull($batch->completedAt);
    }

    public function testAScheduledBatchIsCancelledOnce(): void
    {
        $campaign = Vectors::firstArguments('sendBulk');
        $moment = new \DateTimeImmutable('2026-06-24T09:00:00+05:30');
        $result = $this->client->sendBulk(...['scheduleAt' => $moment] + $campaign);
        self::assertEquals($moment, $result->outcomes[0]->response?->scheduledAt);
        $batchId = (string) $result->outcomes[0]->batchId();

        self::assertTrue($this->client->cancelScheduled($batchId)->cancelled);
        Failure::of(fn () => $this->client->cancelScheduled($batchId), NotCancellableException::class);
    }

    public function testItsWebhooksArriveSignedAndAreRead(): void
    {
        $receiver = new Program([PHP_BINARY, __DIR__ . '/servers/webhook-receiver.php']);
        $endpoint = Http::json('POST', "$this->controlUrl/accounts/demo/endpoints", ['url' => $receiver->line()]);

        $messageId = $this->client->send(...Vectors::firstArguments('send'))->messageId;
        $this->advance(60);

        $events = [];
        for ($time = 0; $time < 3; ++$time) {
            ['body' => $body, 'signature' => $signature] = $receiver->json();
            self::assertFalse(Webhooks::verify("$body ", $signature, $endpoint['secret']));
            $events[] = Webhooks::parse($body, $signature, $endpoint['secret']);
        }
        $receiver->close();
        $delivered = array_values(array_filter($events, static fn ($event) => $event instanceof SmsDeliveredEvent));
        self::assertCount(1, $delivered);
        self::assertSame($messageId, $delivered[0]->messageId);
        self::assertSame(MessageStatus::Delivered, $delivered[0]->status);
        self::assertNull($delivered[0]->batchId);
    }

    private function advance(float $seconds): void
    {
        Http::json('POST', "$this->controlUrl/clock/advance", ['seconds' => $seconds]);
    }
}

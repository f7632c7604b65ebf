<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Exception\Api\NotFoundException;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Testing\FakeApi;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\ScriptedServer;
use GetClickMedia\Sms\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

final class WatchTest extends TestCase
{
    public function testEachChangeIsToldOnceUntilItIsFinal(): void
    {
        $api = new FakeApi();
        $messageId = $api->client()->send(...Vectors::firstArguments('send'))->messageId;
        $api->setStatus($messageId, MessageStatus::Queued, MessageStatus::Queued, MessageStatus::Dispatched, MessageStatus::Failed);

        $statuses = [];
        foreach ($api->client()->watchStatus($messageId, interval: 2) as $message) {
            $statuses[] = $message->status;
        }

        self::assertSame([MessageStatus::Queued, MessageStatus::Dispatched, MessageStatus::Failed], $statuses);
        $pauses = $api->waits();
        self::assertCount(3, $pauses);
        foreach ([2.0, 3.0, 4.5] as $index => $pause) {
            self::assertEqualsWithDelta($pause, $pauses[$index], $pause / 4 + 0.001);
        }
    }

    public function testTheFinalStatusIsAnswered(): void
    {
        $api = new FakeApi();
        $messageId = $api->client()->send(...Vectors::firstArguments('send'))->messageId;

        self::assertSame(MessageStatus::Delivered, $api->client()->waitForDelivery($messageId)->status);
    }

    public function testAStatusThatIsNewIsNotFinalAndTheTimeOfASleepCounts(): void
    {
        $server = ScriptedServer::get();
        $server->script(['status' => 200, 'body' => '{"status":"paused"}']);
        $waits = [];
        $client = new SmsClient(
            apiKey: Vectors::apiKey(),
            baseUrl: $server->baseUrl,
            sleep: static function (float $seconds) use (&$waits): void {
                $waits[] = $seconds;
            },
        );

        $failure = Failure::of(fn () => $client->waitForDelivery('gcm_msg_1'), TimeoutException::class);

        self::assertSame(
            'gcm_msg_1 has no final status after 120 s; the last one was: paused.',
            $failure->getMessage(),
        );
        self::assertLessThan(120, array_sum($waits));
        self::assertLessThanOrEqual(30 * 1.25, max($waits));
    }

    public function testAServerThatNeverAnswersEndsWithTheTime(): void
    {
        $server = ScriptedServer::get();
        $server->script('timeout-after-sent');
        $client = new SmsClient(apiKey: Vectors::apiKey(), baseUrl: $server->baseUrl);

        $failure = Failure::of(fn () => $client->waitForDelivery('gcm_msg_1', timeout: 0.3), TimeoutException::class);

        self::assertStringContainsString('the last one was: not read yet', $failure->getMessage());
        self::assertInstanceOf(TimeoutException::class, $failure->getPrevious());
    }

    public function testAFailureIsThrownAndWrongOptionsAtOnce(): void
    {
        $api = new FakeApi();
        $client = $api->client();

        Failure::of(fn () => $client->waitForDelivery('gcm_msg_none'), NotFoundException::class);
        Failure::of(fn () => $client->watchStatus('gcm_msg_1', timeout: 0), ConfigurationException::class);
        Failure::of(fn () => $client->watchStatus('gcm_msg_1', interval: NAN), ConfigurationException::class);
        self::assertCount(1, $api->requests());
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Exception\Api\GatewayException;
use GetClickMedia\Sms\Exception\Api\InsufficientCreditsException;
use GetClickMedia\Sms\Exception\Api\InvalidNumberException;
use GetClickMedia\Sms\Exception\Api\InvalidRequestException;
use GetClickMedia\Sms\Exception\Api\NotCancellableException;
use GetClickMedia\Sms\Exception\Api\NotFoundException;
use GetClickMedia\Sms\Exception\Api\RateLimitExceededException;
use GetClickMedia\Sms\Exception\ConnectionException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\Internal\Fake\Rules;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Testing\ConnectionFault;
use GetClickMedia\Sms\Testing\FakeApi;
use GetClickMedia\Sms\Tests\Support\Call;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\Vectors;
use GetClickMedia\Sms\Webhooks;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class FakeApiTest extends TestCase
{
    private FakeApi $api;
    private SmsClient $client;

    protected function setUp(): void
    {
        $this->api = new FakeApi();
        $this->client = $this->api->client();
    }

    public function testItRemembersWhatWasSentAndTakesItsCredits(): void
    {
        $before = $this->client->getBalance()->credits;
        $sent = $this->send(['message' => str_repeat('a', 161)]);

        self::assertSame(2, $sent->credits);
        self::assertSame($before - 2, $this->client->getBalance()->credits);
        [$message] = $this->api->sent();
        self::assertSame($sent->messageId, $message->messageId);
        self::assertSame(Vectors::firstArguments('send')['to'], $message->to);
        self::assertSame(MessageStatus::Queued, $message->status);
        self::assertNull($message->batchId);
        self::assertSame(['getBalance', 'send', 'getBalance'], array_column($this->api->requests(), 'operation'));
        self::assertSame(200, $this->api->requests()[1]->status);
    }

    public function testWhatTheApiWouldRefuseIsRefusedWithItsOwnError(): void
    {
        $refused = [
            [InvalidNumberException::class, ['to' => '12']],
            [InvalidNumberException::class, ['to' => Vectors::firstArguments('send')['to'] . "\n"]],
            [InvalidRequestException::class, ['type' => 'other']],
            [InvalidRequestException::class, ['message' => '']],
            [InvalidRequestException::class, ['senderId' => 'ab']],
            [InvalidRequestException::class, ['scheduleAt' => 'tomorrow']],
            [InvalidRequestException::class, ['scheduleAt' => '2026-02-30T10:00:00Z']],
            [InvalidRequestException::class, ['scheduleAt' => '2020-01-01T10:00:00Z']],
        ];
        foreach ($refused as [$class, $change]) {
            $failure = Failure::of(fn () => $this->send($change), $class);
            self::assertStringContainsString((string) array_key_first($change), $failure->getMessage());
        }
        self::assertSame([], $this->api->sent());
        Failure::of(fn () => $this->client->getStatus('x y'), InvalidRequestException::class);
        Failure::of(fn () => $this->client->getStatus('gcm_msg_unknown'), NotFoundException::class);
        Failure::of(fn () => $this->client->getBatch('gcm_batch_unknown'), NotFoundException::class);
        Failure::of(fn () => $this->client->cancelScheduled('gcm_batch_unknown'), NotFoundException::class);
    }

    public function testCreditsRunOut(): void
    {
        $this->api = new FakeApi(credits: 1);
        $this->client = $this->api->client();
        $this->send();

        Failure::of(fn () => $this->send(), InsufficientCreditsException::class);

        self::assertCount(1, $this->api->sent());
    }

    public function testFailuresAreMetOnceOrAsOftenAsIsSaid(): void
    {
        $this->api->fail('RATE_LIMIT_EXCEEDED', retryAfter: 30);
        $this->send();
        self::assertSame([30.0], $this->api->waits());

        $this->api->fail('GATEWAY_ERROR', times: 3);
        Failure::of(fn () => $this->send(), GatewayException::class);
        $this->send();

        $this->api->fail(503, operation: 'send');
        $this->client->getBalance();
        self::assertCount(1, $this->api->pendingFaults());
        $failure = Failure::of(fn () => $this->send(), SmsException::class);
        self::assertTrue($failure->deliveryUnknown);
        self::assertSame([], $this->api->pendingFaults());
        self::assertCount(2, $this->api->sent());
    }

    /**
     * @dataProvider connectionFaults
     * @param class-string<SmsException> $class
     */
    #[DataProvider('connectionFaults')]
    public function testConnectionsBreakAsRealOnesDo(ConnectionFault $fault, string $class, bool $unknown): void
    {
        $this->api->breakConnection($fault, times: 3);

        $failure = Failure::of(fn () => $this->send(), $class);

        self::assertSame($unknown, $failure->deliveryUnknown);
        self::assertCount($unknown ? 1 : 0, $this->api->sent());
        self::assertCount($unknown ? 1 : 3, $this->api->requests());
        self::assertNull($this->api->requests()[0]->status);
    }

    /** @return iterable<string, array{ConnectionFault, class-string<SmsException>, bool}> */
    public static function connectionFaults(): iterable
    {
        yield 'refused' => [ConnectionFault::Refused, ConnectionException::class, false];
        yield 'reset' => [ConnectionFault::Reset, ConnectionException::class, true];
        yield 'timeout' => [ConnectionFault::Timeout, TimeoutException::class, true];
        yield 'cut off' => [ConnectionFault::CutOff, ConnectionException::class, true];
    }

    public function testWhatIsNotAcceptedIsNotSent(): void
    {
        $this->api->breakConnection(ConnectionFault::Reset, accepted: false);
        Failure::of(fn () => $this->send(), ConnectionException::class);
        self::assertSame([], $this->api->sent());

        $this->api = new FakeApi(credits: 0);
        $this->api->breakConnection(ConnectionFault::CutOff);
        $this->client = $this->api->client();
        $failure = Failure::of(fn () => $this->send(), SmsException::class);
        self::assertSame([402, false], [$failure->status, $failure->deliveryUnknown]);
    }

    public function testStatusesAreThoseThatTheTestWants(): void
    {
        $to = Vectors::firstArguments('send')['to'];
        $this->api->setStatus($to, MessageStatus::Dispatched, MessageStatus::Rejected);
        $messageId = $this->send()->messageId;

        self::assertSame(MessageStatus::Dispatched, $this->client->getStatus($messageId)->status);
        $status = $this->client->getStatus($messageId);
        self::assertSame(MessageStatus::Rejected, $status->status);
        self::assertNotNull($status->failReason);
        self::assertSame(MessageStatus::Rejected, $this->client->getStatus($messageId)->status);

        $this->api->setStatus($messageId, MessageStatus::Delivered);
        self::assertSame(MessageStatus::Delivered, $this->api->sent()[0]->status);
        Failure::of(
            fn () => $this->api->setStatus('nobody', MessageStatus::Delivered),
            \InvalidArgumentException::class,
        );
    }

    public function testBatchesComeToAnEndAndScheduledOnesCanBeCancelled(): void
    {
        $campaign = Vectors::firstArguments('sendBulk');
        $total = count($campaign['recipients']);
        $before = $this->client->getBalance()->credits;
        $batchId = (string) $this->client->sendBulk(...['scheduleAt' => new \DateTime('+1 hour')] + $campaign)
            ->outcomes[0]->batchId();
        self::assertSame(0, $this->client->getBatch($batchId)->delivered);
        self::assertTrue($this->client->cancelScheduled($batchId)->cancelled);
        self::assertSame([], $this->api->sent());
        self::assertSame($before, $this->client->getBalance()->credits);
        Failure::of(fn () => $this->client->cancelScheduled($batchId), NotCancellableException::class);

        $batchId = (string) $this->client->sendBulk(...['scheduleAt' => null] + $campaign)->outcomes[0]->batchId();
        self::assertSame($total, $this->client->getBatch($batchId)->pending);
        $this->client->getBatch($batchId);
        $batch = $this->client->getBatch($batchId);
        self::assertSame([$total, '100.0%'], [$batch->delivered, $batch->deliveryRate]);
        self::assertNotNull($batch->completedAt);
    }

    public function testReceiptsAreSignedAndOfThisMoment(): void
    {
        $receipt = FakeApi::signedReceipt('sms.failed', 'secret', ['messageId' => 'gcm_msg_7']);

        $event = Webhooks::parse($receipt->body, $receipt->headers[Webhooks::SIGNATURE_HEADER], 'secret', maxAge: 60);

        self::assertSame('sms.failed', $event->event);
        self::assertSame('gcm_msg_7', $event->raw['messageId']);
    }

    public function testMistakesOfATestAreTold(): void
    {
        $mistakes = [
            fn () => $this->api->fail('NO_SUCH_CODE'),
            fn () => $this->api->fail('NOT_CANCELLABLE', operation: 'send'),
            fn () => $this->api->fail('GATEWAY_ERROR', operation: 'sned'),
            fn () => $this->api->fail('GATEWAY_ERROR', times: 0),
            fn () => $this->api->fail('GATEWAY_ERROR', retryAfter: -1),
            fn () => $this->api->fail(200),
            fn () => $this->api->breakConnection(ConnectionFault::Refused, accepted: true),
            fn () => FakeApi::signedReceipt('sms.sent', 'secret'),
            fn () => new FakeApi(credits: -1),
            fn () => new FakeApi(plan: 'Huge'),
        ];
        foreach ($mistakes as $mistake) {
            self::assertNotSame('', Failure::of($mistake, \InvalidArgumentException::class)->getMessage());
        }
    }

    public function testResetForgets(): void
    {
        $this->send();
        $this->api->fail('RATE_LIMIT_EXCEEDED');
        $this->api->reset();

        $this->send();
        self::assertCount(1, $this->api->sent());
        self::assertCount(1, $this->api->requests());
        self::assertSame([], $this->api->waits());
    }

    public function testEveryOperationAnswersWhatItsClassSays(): void
    {
        foreach (array_unique(array_column(Vectors::all()['requests'], 'operation')) as $operation) {
            if ($operation === 'sendBulk') {
                continue;
            }
            $this->api->fail('RATE_LIMIT_EXCEEDED', times: 3);
            Failure::of(fn () => Call::make($this->client, $operation), RateLimitExceededException::class);
        }
        self::assertCount(15, $this->api->requests());
    }

    public function testLeapSecondsAndOffsets(): void
    {
        foreach (['2016-12-31T23:59:60Z', '2017-01-01T05:29:60+05:30', '2024-02-29T00:00:00.5-11:00'] as $time) {
            self::assertTrue(Rules::isDateTime($time), $time);
        }
        foreach (['2016-12-31T22:59:60Z', '2023-02-29T00:00:00Z', '2023-01-01T24:00:00Z', '2023-01-01'] as $time) {
            self::assertFalse(Rules::isDateTime($time), $time);
        }
    }

    /** @param array<string, mixed> $change */
    private function send(array $change = []): \GetClickMedia\Sms\Model\SendResponse
    {
        return $this->client->send(...[...Vectors::firstArguments('send'), ...$change]);
    }
}

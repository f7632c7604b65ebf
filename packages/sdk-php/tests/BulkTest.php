<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Bulk\BulkCounts;
use GetClickMedia\Sms\Bulk\BulkResult;
use GetClickMedia\Sms\Bulk\OutcomeStatus;
use GetClickMedia\Sms\Enum\Plan;
use GetClickMedia\Sms\Exception\Api\GatewayException;
use GetClickMedia\Sms\Exception\Api\InvalidNumberException;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Testing\ConnectionFault;
use GetClickMedia\Sms\Testing\FakeApi;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\ScriptedServer;
use GetClickMedia\Sms\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

final class BulkTest extends TestCase
{
    private FakeApi $api;

    protected function setUp(): void
    {
        $this->api = new FakeApi();
    }

    public function testRecipientsAreReadAsTheCallsGoOut(): void
    {
        $read = 0;
        $source = (static function () use (&$read): \Generator {
            foreach (self::numbers(5) as $number) {
                ++$read;
                yield $number;
            }
        })();
        $progress = [];

        $result = $this->sendBulk(
            $source,
            recipientsPerRequest: 2,
            onProgress: function (BulkCounts $counts) use (&$progress, &$read): void {
                $progress[] = [$counts->accepted, $read];
            },
        );

        self::assertSame([[2, 2], [4, 4], [5, 5]], $progress);
        self::assertTrue($result->complete);
        self::assertNull($result->stoppedBy);
        self::assertSame([], $result->remaining());
        self::assertSame(self::numbers(5), array_column($this->api->sent(), 'to'));
    }

    public function testThePlanSaysHowManyOneCallMayHave(): void
    {
        $this->api = new FakeApi(plan: Plan::Starter);
        $this->api->client()->sendBulk(...$this->campaign(self::numbers(1001)));

        self::assertSame([1000, 1], array_map(
            static fn ($request) => count($request->body['recipients']),
            $this->api->requests(),
        ));
    }

    public function testTheFirstCallThatFailsIsTheLast(): void
    {
        $client = $this->api->client()->withOptions(maxRetries: 0);
        $numbers = self::numbers(7);
        $progress = 0;
        $result = $client->sendBulk(...$this->campaign($numbers), ...[
            'recipientsPerRequest' => 2,
            'onProgress' => function () use (&$progress): void {
                if (++$progress === 1) {
                    $this->api->fail('GATEWAY_ERROR');
                }
            },
        ]);

        self::assertCount(2, $this->api->requests());
        self::assertInstanceOf(GatewayException::class, $result->stoppedBy);
        self::assertFalse($result->complete);
        self::assertTrue($result->sourceEnded);
        self::assertEquals([2, 5, 0], array_values((array) $result->counts));
        self::assertSame(array_slice($numbers, 2), $result->remaining());
        self::assertSame($result->stoppedBy, $result->outcomes[2]->error?->getPrevious());

        $again = $client->sendBulk(...$this->campaign($result->remaining()));
        self::assertTrue($again->complete);
        self::assertSame($numbers, array_column($this->api->sent(), 'to'));
    }

    public function testThoseWhoMayHaveBeenSentToAreNotAmongTheRemaining(): void
    {
        $this->api->breakConnection(ConnectionFault::Timeout);
        $numbers = self::numbers(4);

        $result = $this->sendBulk($numbers, recipientsPerRequest: 2);

        self::assertInstanceOf(TimeoutException::class, $result->stoppedBy);
        self::assertSame(array_slice($numbers, 2), $result->remaining());
        $outcomes = iterator_to_array($result);
        self::assertSame(OutcomeStatus::Unknown, $outcomes[$numbers[0]]->status);
        self::assertSame(OutcomeStatus::NotAccepted, $outcomes[$numbers[2]]->status);
        self::assertCount(2, $this->api->sent());
    }

    public function testWhatIsNoExceptionOfTheSdkLeavesTheOutcomeUnknown(): void
    {
        $failure = new \DomainException('The worker is to stop.');
        $client = new SmsClient(
            apiKey: Vectors::apiKey(),
            httpClient: $this->api,
            sleep: static fn () => throw $failure,
        );
        $this->api->fail('RATE_LIMIT_EXCEEDED');

        $result = $client->sendBulk(...$this->campaign(self::numbers(2)));

        self::assertSame($failure, $result->stoppedBy);
        self::assertSame(OutcomeStatus::Unknown, $result->outcomes[0]->status);
        self::assertSame([], $result->remaining());
    }

    public function testASourceThatFailsHalfWayLosesNothing(): void
    {
        $failure = new \RuntimeException('The database is gone.');
        $source = (static function () use ($failure): \Generator {
            yield from self::numbers(3);
            throw $failure;
        })();

        $result = $this->sendBulk($source, recipientsPerRequest: 2);

        self::assertSame($failure, $result->stoppedBy);
        self::assertFalse($result->sourceEnded);
        self::assertFalse($result->complete);
        self::assertEquals([2, 1, 0], array_values((array) $result->counts));
        self::assertSame([self::numbers(3)[2]], $result->remaining());
    }

    public function testWhatIsNoPhoneNumberSpoilsNothing(): void
    {
        [$one, $two] = self::numbers(2);
        $two = (int) $two; // As a database may have it.

        $result = $this->sendBulk([$one, '12', $two, null, $one, "$two", ['x'], "$one\n", new \stdClass()]);

        self::assertSame([$one, (string) $two], array_column($this->api->sent(), 'to'));
        self::assertNull($result->stoppedBy);
        self::assertFalse($result->complete);
        $last = $result->outcomes[1];
        self::assertSame(['12', 'null', 'array', "$one\n", 'stdClass'], $last->recipients);
        self::assertInstanceOf(InvalidNumberException::class, $last->error);
        self::assertSame([], $result->remaining());
    }

    public function testABatchThatWasPartlyAcceptedIsUnknown(): void
    {
        $server = ScriptedServer::get();
        $client = new SmsClient(apiKey: Vectors::apiKey(), baseUrl: $server->baseUrl);
        $server->script(
            ['status' => 200, 'body' => '{"batchId":"gcm_batch_1","total":2,"queued":1,"failed":1}'],
            ['status' => 200, 'body' => '{"batchId":"gcm_batch_2","total":2,"queued":0,"failed":2}'],
        );

        $result = $client->sendBulk(...$this->campaign(self::numbers(4)), ...['recipientsPerRequest' => 2]);

        [$partly, $refused] = $result->outcomes;
        self::assertSame(OutcomeStatus::Unknown, $partly->status);
        self::assertSame('gcm_batch_1', $partly->batchId());
        self::assertSame('The API took 1 of 2 and does not say which.', $partly->error?->getMessage());
        self::assertSame(OutcomeStatus::NotAccepted, $refused->status);
        self::assertNull($refused->batchId());
        self::assertCount(2, $result->remaining());
    }

    public function testWhatCannotBeRightIsThrown(): void
    {
        Failure::of(fn () => $this->sendBulk([], recipientsPerRequest: 0), ConfigurationException::class);

        self::assertSame([], $this->api->requests());
    }

    public function testAProgressCallbackThatFailsStopsNothing(): void
    {
        ini_set('error_log', '/dev/null');
        $result = $this->sendBulk(self::numbers(1), onProgress: static fn () => throw new \Exception('no'));
        ini_restore('error_log');

        self::assertTrue($result->complete);
    }

    /** @param iterable<mixed> $recipients */
    private function sendBulk(
        iterable $recipients,
        ?int $recipientsPerRequest = null,
        ?\Closure $onProgress = null,
    ): BulkResult {
        return $this->api->client()->sendBulk(...$this->campaign($recipients), ...[
            'recipientsPerRequest' => $recipientsPerRequest,
            'onProgress' => $onProgress,
        ]);
    }

    /**
     * @param iterable<mixed> $recipients
     * @return array<string, mixed>
     */
    private function campaign(iterable $recipients): array
    {
        $campaign = Vectors::firstArguments('sendBulk');
        unset($campaign['scheduleAt']);

        return ['recipients' => $recipients] + $campaign;
    }

    /** @return list<string> */
    private static function numbers(int $count): array
    {
        return array_map(static fn (int $index): string => (string) (917_000_000_000 + $index), range(1, $count));
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Bulk\OutcomeStatus;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Http\Transport;
use GetClickMedia\Sms\Segments;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Tests\Support\Call;
use GetClickMedia\Sms\Tests\Support\FailingTransport;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\ScriptedServer;
use GetClickMedia\Sms\Tests\Support\TimeOfDay;
use GetClickMedia\Sms\Tests\Support\Vectors;
use GetClickMedia\Sms\Webhooks;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class VectorsTest extends TestCase
{
    private const KINDS = [
        'requests', 'refusals', 'responses', 'errors', 'signatures', 'retries', 'segments', 'bulk', 'outcomes',
        'examples',
    ];

    /** @var array<string, string> Origins that cannot be reached. */
    private static array $elsewhere;
    private static Program $unreachable;
    private ScriptedServer $server;

    public static function setUpBeforeClass(): void
    {
        self::$unreachable = Program::node('tests/servers/unreachable.ts');
        self::$elsewhere = self::$unreachable->json();
    }

    public static function tearDownAfterClass(): void
    {
        self::$unreachable->close();
    }

    protected function setUp(): void
    {
        $this->server = ScriptedServer::get();
    }

    protected function tearDown(): void
    {
        TimeOfDay::$now = null;
    }

    public function testTheseAreAllKinds(): void
    {
        self::assertSame(self::KINDS, array_keys(Vectors::all()));
    }

    /**
     * @dataProvider requests
     * @param array<string, mixed> $vector
     */
    #[DataProvider('requests')]
    public function testRequest(array $vector): void
    {
        $this->server->script(['status' => 404]);

        Failure::of(fn () => Call::make($this->client(), $vector['operation'], $vector['arguments']));

        [$arrival] = $this->server->arrivals();
        self::assertSame(
            [$vector['method'], $vector['path'], $vector['body'] ?? ''],
            [$arrival['method'], $arrival['path'], $arrival['body']],
        );
        foreach ($vector['headers'] as $name => $value) {
            self::assertSame($value, $arrival['headers'][$name] ?? null);
        }
        self::assertSame(isset($vector['headers']['content-type']), isset($arrival['headers']['content-type']));
        self::assertCount(1, $this->server->arrivals());
    }

    /**
     * @dataProvider refusals
     * @param array<string, mixed> $vector
     */
    #[DataProvider('refusals')]
    public function testRefusal(array $vector): void
    {
        $this->server->script(['status' => 200]);

        $failure = Failure::of(
            fn () => Call::make($this->client(), $vector['operation'], $vector['arguments']),
        );

        self::assertInstanceOf(ConfigurationException::class, $failure);
        self::assertSame([], $this->server->arrivals());
    }

    /**
     * @dataProvider responses
     * @param array<string, mixed> $vector
     */
    #[DataProvider('responses')]
    public function testResponse(array $vector): void
    {
        $this->server->script(self::answerOf($vector));

        $answer = Call::make($this->client(), $vector['operation']);

        self::assertSame(self::byValue($vector['value']), self::byValue($answer->raw));
        self::assertSame($vector['status'], $answer->httpStatus);
        foreach (get_object_vars($answer) as $name => $value) {
            $expected = $vector['value'][$name] ?? null;
            if (in_array($name, ['raw', 'httpStatus', 'httpHeaders'], true)) {
                continue;
            }
            if ($value instanceof \DateTimeImmutable) {
                self::assertSame((new \DateTimeImmutable($expected))->format('U.u'), $value->format('U.u'), $name);
            } elseif ($value instanceof \BackedEnum) {
                self::assertSame($expected, $value->value, $name);
            } elseif (is_float($expected) && floor($expected) !== $expected) {
                self::assertSame((int) $expected, $value, $name);
            } elseif ($expected === null) {
                self::assertContains($value, [null, ''], $name);
            } else {
                self::assertSame(self::byValue($expected), $value, $name);
            }
        }
    }

    /**
     * @dataProvider errors
     * @param array<string, mixed> $vector
     */
    #[DataProvider('errors')]
    public function testError(array $vector): void
    {
        $this->server->script(self::answerOf($vector));

        $failure = Failure::of(
            fn () => Call::make($this->client(maxRetries: 0), $vector['operation'], $vector['arguments'] ?? []),
        );

        ['type' => $type, 'message' => $message] = $vector['error'];
        $name = preg_replace('~Error$~', 'Exception', $type);
        $within = $type === 'SmsError' ? '' : 'Api\\';
        self::assertInstanceOf(SmsException::class, $failure);
        self::assertSame("GetClickMedia\\Sms\\Exception\\$within$name", $failure::class);
        self::assertSame($vector['error']['code'], $failure->errorCode);
        self::assertSame($vector['error']['status'], $failure->status);
        self::assertSame($vector['error']['requestId'], $failure->requestId);
        self::assertSame($vector['error']['retryable'], $failure->retryable);
        if ($message === null) {
            self::assertNotSame('', $failure->getMessage());
        } else {
            self::assertSame($message, $failure->getMessage());
        }
    }

    /**
     * @dataProvider signatures
     * @param array<string, mixed> $vector
     */
    #[DataProvider('signatures')]
    public function testSignature(array $vector): void
    {
        $body = $vector['body'] ?? base64_decode($vector['bodyBase64'], true);

        self::assertSame($vector['valid'], Webhooks::verify($body, $vector['signature'], $vector['secrets']));
    }

    /**
     * @dataProvider retries
     * @param array<string, mixed> $vector
     */
    #[DataProvider('retries')]
    public function testRetry(array $vector): void
    {
        TimeOfDay::$now = (float) (new \DateTimeImmutable($vector['now']))->format('U.u');
        ['attempt' => $attempt, 'outcome' => $outcome, 'decision' => $decision] = $vector;
        $failure = $outcome['failure'] ?? null;
        $this->server->script(
            ...array_fill(0, $attempt - 1, ['status' => 429]),
            ...[match ($failure) {
                null => self::answerOf($outcome),
                'aborted' => ['status' => 200],
                default => $failure,
            }],
        );
        $waits = [];
        $client = $this->client(
            maxRetries: $vector['maxRetries'],
            httpClient: $failure === null ? null : new FailingTransport($attempt, $failure, self::$elsewhere),
            sleep: static function (float $seconds) use (&$waits, $attempt): void {
                $waits[] = $seconds * 1000;
                if (count($waits) === $attempt) {
                    throw new \LogicException('This wait is all that the vector asks about.');
                }
            },
        );

        $thrown = Failure::of(fn () => Call::make($client, $vector['operation']));

        self::assertCount($attempt - ($decision['retry'] ? 0 : 1), $waits);
        if ($decision['retry']) {
            self::assertGreaterThanOrEqual($decision['delayMs']['min'], round(end($waits), 6));
            self::assertLessThanOrEqual($decision['delayMs']['max'], round(end($waits), 6));
        } else {
            self::assertInstanceOf(SmsException::class, $thrown);
            self::assertSame($decision['deliveryUnknown'], $thrown->deliveryUnknown);
        }
    }

    /**
     * @dataProvider segments
     * @param array<string, mixed> $vector
     */
    #[DataProvider('segments')]
    public function testSegments(array $vector): void
    {
        $count = Segments::count($vector['text'], $vector['unicode']);

        self::assertSame(
            array_intersect_key(
                $vector,
                ['encoding' => 1, 'segments' => 1, 'units' => 1, 'sent' => 1, 'unsupported' => 1],
            ),
            [
                'encoding' => $count->encoding,
                'segments' => $count->segments,
                'units' => $count->units,
                'sent' => $count->text,
                'unsupported' => $count->unsupported,
            ],
        );
    }

    /**
     * @dataProvider bulk
     * @param array<string, mixed> $vector
     */
    #[DataProvider('bulk')]
    public function testBulk(array $vector): void
    {
        $recipients = is_int($vector['recipients'])
            ? array_map(static fn (int $index): string => '91' . (7_000_000_000 + $index), self::upTo($vector['recipients']))
            : $vector['recipients'];
        $this->server->script(['status' => 200, 'body' => '{"batchId":"gcm_batch_1","failed":0}']);

        $result = $this->client()->sendBulk(...[
            ...Vectors::firstArguments('sendBulk'),
            'recipients' => $recipients,
            'recipientsPerRequest' => $vector['cap'],
        ]);

        $calls = array_map(
            static fn (array $arrival): array => json_decode($arrival['body'], true)['recipients'],
            $this->server->arrivals(),
        );
        self::assertSame($vector['calls'], array_map(count(...), $calls));
        $wanted = array_diff(array_unique($recipients), $vector['notSent']);
        self::assertSame(array_values($wanted), array_merge(...$calls));
        $notSent = [];
        foreach ($result->outcomes as $outcome) {
            if ($outcome->status === OutcomeStatus::NotAccepted) {
                array_push($notSent, ...$outcome->recipients);
            }
        }
        self::assertSame($vector['notSent'], $notSent);
    }

    /**
     * @dataProvider outcomes
     * @param array<string, mixed> $vector
     */
    #[DataProvider('outcomes')]
    public function testOutcome(array $vector): void
    {
        $recipients = array_map(static fn (int $index): string => '91' . (7_000_000_000 + $index), self::upTo($vector['recipients']));
        $this->server->script(self::answerOf($vector));

        $result = $this->client(maxRetries: 0)->sendBulk(...[
            ...Vectors::firstArguments('sendBulk'),
            'recipients' => $recipients,
        ]);

        [$outcome] = $result->outcomes;
        self::assertCount(1, $result->outcomes);
        self::assertSame($recipients, $outcome->recipients);
        self::assertSame(ucfirst($vector['outcome']), $outcome->status->name);
        self::assertSame($vector['outcome'] === 'notAccepted' ? $recipients : [], $result->remaining());
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function requests(): iterable
    {
        return Vectors::of('requests');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function refusals(): iterable
    {
        return Vectors::of('refusals');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function responses(): iterable
    {
        return Vectors::of('responses');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function errors(): iterable
    {
        return Vectors::of('errors');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function signatures(): iterable
    {
        return Vectors::of('signatures');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function retries(): iterable
    {
        return Vectors::of('retries');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function segments(): iterable
    {
        return Vectors::of('segments');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function bulk(): iterable
    {
        return Vectors::of('bulk');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function outcomes(): iterable
    {
        return Vectors::of('outcomes');
    }

    /** @param ?\Closure(float): void $sleep */
    private function client(int $maxRetries = 2, ?Transport $httpClient = null, ?\Closure $sleep = null): SmsClient
    {
        return new SmsClient(
            apiKey: Vectors::apiKey(),
            baseUrl: $this->server->baseUrl,
            timeout: 10.0,
            maxRetries: $maxRetries,
            httpClient: $httpClient,
            sleep: $sleep,
        );
    }

    /**
     * @param array<string, mixed> $vector
     * @return array{status: int, headers: array<string, string>, body: string}
     */
    private static function answerOf(array $vector): array
    {
        return ['status' => $vector['status'], 'headers' => $vector['headers'], 'body' => $vector['body']];
    }

    /** `1` and `1.0` are one number. */
    private static function byValue(mixed $value): mixed
    {
        if (is_array($value)) {
            return array_map(self::byValue(...), $value);
        }

        return is_float($value) && floor($value) === $value ? (int) $value : $value;
    }

    /** @return list<int> */
    private static function upTo(int $count): array
    {
        return $count === 0 ? [] : range(0, $count - 1);
    }
}

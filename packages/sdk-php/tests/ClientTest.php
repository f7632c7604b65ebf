<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Enum\MessageType;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\ConnectionException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\Http\CurlTransport;
use GetClickMedia\Sms\Http\Request;
use GetClickMedia\Sms\Http\Response;
use GetClickMedia\Sms\Http\Transport;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\FaultRun;
use GetClickMedia\Sms\Tests\Support\FaultServer;
use GetClickMedia\Sms\Tests\Support\Needs;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\RecordingLogger;
use GetClickMedia\Sms\Tests\Support\ScriptedServer;
use GetClickMedia\Sms\Tests\Support\TemporaryFolder;
use GetClickMedia\Sms\Tests\Support\Vectors;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ClientTest extends TestCase
{
    private ScriptedServer $server;

    protected function setUp(): void
    {
        $this->server = ScriptedServer::get();
    }

    protected function tearDown(): void
    {
        unset($_ENV['GCM_API_KEY'], $_ENV['APP_ENV'], $_SERVER['GCM_API_KEY']);
        putenv('GCM_API_KEY');
    }

    /**
     * @dataProvider wrongOptions
     * @param array<string, mixed> $options
     */
    #[DataProvider('wrongOptions')]
    public function testAnOptionThatCannotBeRightIsToldWithoutShowingIt(array $options, string $message): void
    {
        $failure = Failure::of(
            static fn () => new SmsClient(...$options + ['apiKey' => Vectors::apiKey()]),
            ConfigurationException::class,
        );

        self::assertStringContainsString($message, $failure->getMessage());
        foreach ($options as $value) {
            if (is_string($value) && strlen($value) > 9) {
                self::assertStringNotContainsString($value, (string) $failure);
            }
        }
    }

    /** @return iterable<string, array{array<string, mixed>, string}> */
    public static function wrongOptions(): iterable
    {
        foreach (['', 'secret', 'gcm_test_', 'gcm_test_a b', "gcm_test_a\n", "gcm_test_a\r\nx: y", 'xgcm_test_a'] as $key) {
            yield 'key ' . json_encode($key) => [['apiKey' => $key], 'API key'];
        }
        foreach (
            [
                'http://example.com/v1', 'http://127.0.0.1.example.com/v1', 'http://localhost.example.com', 'ftp://a/v1',
                'https://user:pass@example.com/v1', 'https://example.com/v1?a=b', 'https://example.com/v1#a',
                'https://', 'example.com/v1', 'https://exa mple.com', "https://example.com/v1\n",
                'https://example.com\\@evil.com', 'https://example.com:99999/v1', 'http://localhost@evil.com/',
                'http://127.999.999.999/v1', 'http://127.1/v1', 'http://127.0.0.1.1/v1',
            ] as $url
        ) {
            yield "base URL $url" => [['baseUrl' => $url], 'baseUrl must be like'];
        }
        yield 'no timeout' => [['timeout' => 0.0], 'timeout must be a number, 0.001 or more.'];
        yield 'a timeout that is no number' => [['timeout' => NAN], 'timeout'];
        yield 'fewer retries than none' => [['maxRetries' => -1], 'maxRetries'];
        yield 'a Retry-After before now' => [['maxRetryAfter' => -1.0], 'maxRetryAfter'];
        yield 'an unknown plan' => [['plan' => 'Huge'], 'plan must be one of'];
        foreach (
            [
                ['host' => 'evil'], ['Content-Length' => '1'], ['Expect' => 'a'], ["a\n" => 'b'], ['a' => "b\r\nc: d"],
                ['a b' => 'c'], ['a' => 1], ['connection' => 'keep-alive'], ['transfer-encoding' => 'chunked'],
                ['Accept-Encoding' => 'gzip'], ['content-encoding' => 'gzip'], ['te' => 'trailers'], ['trailer' => 'x'],
            ] as $headers
        ) {
            yield 'headers ' . json_encode($headers) => [['headers' => $headers], 'headers must have names'];
        }
    }

    public function testALoggerIsToldOfEveryAttemptAndOfNobody(): void
    {
        Needs::logger();
        $this->server->script(['status' => 429], ['status' => 503]);
        $logger = new RecordingLogger();
        $client = new SmsClient(
            apiKey: Vectors::apiKey(),
            baseUrl: $this->server->baseUrl,
            logger: $logger,
            sleep: static fn () => null,
        );
        $arguments = Vectors::firstArguments('send');

        Failure::of(fn () => $client->send(...$arguments));

        self::assertSame(
            ['debug', 'debug', 'warning', 'debug', 'debug'],
            array_column($logger->records, 0),
        );
        $told = print_r($logger->records, true);
        foreach ([$arguments['to'], $arguments['message'], Vectors::apiKey()] as $secret) {
            self::assertStringNotContainsString($secret, $told);
        }
        self::assertStringContainsString('429', $told);
        self::assertStringContainsString('503', $told);
    }

    /**
     * @dataProvider rightUrls
     */
    #[DataProvider('rightUrls')]
    public function testABaseUrlOfTheApiOrOfThisMachineIsTaken(string $url): void
    {
        $client = new SmsClient(apiKey: Vectors::apiKey(), baseUrl: $url);

        self::assertSame(rtrim($url, '/'), $client->__debugInfo()['baseUrl']);
    }

    /** @return iterable<array{string}> */
    public static function rightUrls(): iterable
    {
        foreach (
            [
                'https://example.com/v1', 'https://example.com', 'https://example.com:8443/a/b/', 'HTTPS://EXAMPLE.com/v1',
                'http://localhost:4010/v1', 'http://127.0.0.1/v1', 'http://127.1.2.3:1/v1', 'http://[::1]:4010/v1',
                'https://[2001:db8::1]/v1',
            ] as $url
        ) {
            yield $url => [$url];
        }
    }

    public function testTheKeyComesFromTheEnvironmentAndSaysWhatItOpens(): void
    {
        $_ENV['GCM_API_KEY'] = Vectors::apiKey();
        self::assertSame('test', (new SmsClient())->environment);

        unset($_ENV['GCM_API_KEY']);
        $failure = Failure::of(static fn () => new SmsClient(), ConfigurationException::class);
        self::assertSame('No API key: pass apiKey, or set GCM_API_KEY.', $failure->getMessage());

        putenv('GCM_API_KEY=' . Vectors::apiKey());
        $_SERVER['GCM_API_KEY'] = ''; // As where it was empty at the start.
        self::assertSame('test', (new SmsClient())->environment);
    }

    public function testALiveKeyIsRefusedWhereAFrameworkSaysTest(): void
    {
        $key = str_replace('test', 'live', Vectors::apiKey());
        self::assertSame('live', (new SmsClient(apiKey: $key))->environment);

        foreach (['test', 'testing'] as $environment) {
            $_ENV['APP_ENV'] = $environment;
            Failure::of(static fn () => new SmsClient(apiKey: $key), ConfigurationException::class);
            self::assertSame('live', (new SmsClient(apiKey: $key, allowLiveKeyInTests: true))->environment);
        }
    }

    public function testHeadersGoAlongAndReplaceNoneOfTheSdk(): void
    {
        $this->server->script(['status' => 404]);
        $key = array_key_first(Vectors::all()['requests'][0]['headers']);
        $client = $this->client(headers: [
            'X-Trace' => ' abc ', 'User-Agent' => 'mine', 'ACCEPT' => 'text/html', $key => 'other', 'Content-Type' => 'a/b',
            'x-empty' => '', '1' => 'one',
        ]);

        Failure::of(fn () => $client->withOptions(headers: ['x-call' => '1', '2' => 'two'])->getBalance());
        Failure::of(fn () => $client->send(...Vectors::firstArguments('send')));

        [$read, $send] = array_column($this->server->arrivals(), 'headers');
        self::assertSame('abc', $read['x-trace']);
        self::assertSame('', $read['x-empty']);
        self::assertSame('1', $read['x-call']);
        self::assertSame(['one', 'two'], [$read['1'], $read['2']]);
        self::assertArrayNotHasKey('x-call', $send);
        self::assertSame(Vectors::apiKey(), $read[$key]);
        self::assertSame('application/json', $read['accept']);
        self::assertStringStartsWith('getclickmedia-php/', $read['user-agent']);
        self::assertArrayNotHasKey('content-type', $read);
        self::assertSame('application/json', $send['content-type']);
        self::assertArrayNotHasKey('expect', $send);
        self::assertArrayNotHasKey('accept-encoding', $send);
    }

    /**
     * @dataProvider moments
     */
    #[DataProvider('moments')]
    public function testATimeMayBeAnyDateTime(\DateTimeInterface $moment, string $sent): void
    {
        $this->server->script(['status' => 404]);

        Failure::of(fn () => $this->client()->send(...[
            ...Vectors::firstArguments('send'),
            'type' => MessageType::Promotional,
            'scheduleAt' => $moment,
        ]));

        $body = json_decode($this->server->arrivals()[0]['body'], true);
        self::assertSame($sent, $body['scheduleAt']);
        self::assertSame('promotional', $body['type']);
    }

    /** @return iterable<string, array{\DateTimeInterface, string}> */
    public static function moments(): iterable
    {
        $india = new \DateTimeZone('Asia/Kolkata');
        yield 'in India' => [new \DateTimeImmutable('2030-01-02 09:00', $india), '2030-01-02T09:00:00+05:30'];
        yield 'in UTC' => [new \DateTime('2030-01-02T09:00:00Z'), '2030-01-02T09:00:00+00:00'];
        yield 'with a fraction' => [new \DateTimeImmutable('2030-01-02T09:00:00.250Z'), '2030-01-02T09:00:00.25+00:00'];
        yield 'with ten seconds' => [new \DateTimeImmutable('2030-01-02T09:00:10Z'), '2030-01-02T09:00:10+00:00'];
    }

    public function testTextThatIsNotUtf8IsRefusedAndNotShown(): void
    {
        $this->server->script(['status' => 200]);
        $arguments = ['message' => "caf\xe9 secret"] + Vectors::firstArguments('send');

        $failure = Failure::of(fn () => $this->client()->send(...$arguments), ConfigurationException::class);

        self::assertStringContainsString('UTF-8', $failure->getMessage());
        self::assertStringNotContainsString('secret', (string) $failure);
        $bulk = ['message' => "caf\xe9"] + Vectors::firstArguments('sendBulk');
        Failure::of(fn () => $this->client()->sendBulk(...$bulk), ConfigurationException::class);
        Failure::of(fn () => $this->client()->getStatus("\xff"), ConfigurationException::class);
        self::assertSame([], $this->server->arrivals());
    }

    public function testAServerThatDripsCannotExceedTheTimeout(): void
    {
        $this->server->script('dripping');
        $client = $this->client(timeout: 0.3, maxRetries: 0);

        $failure = Failure::of(fn () => $client->send(...Vectors::firstArguments('send')), TimeoutException::class);

        self::assertTrue($failure->deliveryUnknown);
        self::assertFalse($failure->retryable);
        self::assertCount(1, $this->server->arrivals());
    }

    /**
     * @dataProvider transports
     */
    #[DataProvider('transports')]
    public function testAnEndlessAnswerDoesNotUseUpTheMemory(string $transport): void
    {
        Needs::psr18Client($transport);
        $client = FaultRun::client($transport, $this->server->baseUrl, timeout: 30);
        $longest = str_pad('{"messageId":"gcm_msg_1"}', Response::LONGEST_BODY);
        $this->server->script(['status' => 200, 'body' => $longest], ['status' => 200, 'body' => "$longest "]);

        self::assertSame('gcm_msg_1', $client->send(...Vectors::firstArguments('send'))->messageId);
        $failure = Failure::of(
            static fn () => $client->send(...Vectors::firstArguments('send')),
            ConnectionException::class,
        );
        self::assertTrue($failure->deliveryUnknown);
    }

    /**
     * @dataProvider transports
     */
    #[DataProvider('transports')]
    public function testAnAnswerThatWasCompressedOnTheWayIsRead(string $transport): void
    {
        Needs::psr18Client($transport);
        $client = FaultRun::client($transport, $this->server->baseUrl, timeout: 30);
        $body = '{"messageId":"gcm_msg_1"}';
        $bomb = str_pad($body, Response::LONGEST_BODY + 1);
        foreach (['gzip' => gzencode(...), 'deflate' => gzcompress(...)] as $encoding => $compress) {
            $act = ['status' => 200, 'headers' => ['content-encoding' => $encoding]];
            $this->server->script(
                $act + ['base64' => base64_encode((string) $compress($body))],
                $act + ['base64' => base64_encode((string) $compress($bomb))],
                $act + ['body' => 'not compressed at all'],
            );

            self::assertSame('gcm_msg_1', $client->send(...Vectors::firstArguments('send'))->messageId);
            foreach (['a bomb', 'not compressed'] as $broken) {
                $failure = Failure::of(static fn () => $client->send(...Vectors::firstArguments('send')));
                self::assertTrue($failure->deliveryUnknown, $broken);
            }
        }
    }

    public function testAByteOrderMarkChangesNothing(): void
    {
        $this->server->script(['status' => 200, 'body' => "\u{feff}{\"messageId\":\"gcm_msg_1\"}"]);

        self::assertSame('gcm_msg_1', $this->client()->send(...Vectors::firstArguments('send'))->messageId);
    }

    public function testTheLongestAnswerCanBeDecoded(): void
    {
        $lists = str_repeat('[0],', intdiv(Response::LONGEST_BODY, 4) - 20);
        $body = str_pad('{"messageId":"gcm_msg_1","x":[' . $lists . '0]}', Response::LONGEST_BODY);
        $program = TemporaryFolder::file('<?php require "' . __DIR__ . '/bootstrap.php";' . <<<'PHP'
            $client = new GetClickMedia\Sms\SmsClient(apiKey: 'gcm_test_memory', baseUrl: $argv[1]);
            echo $client->send('919876543210', 'x', 'GCMDIA', '1', 'promotional')->messageId;
            PHP);
        $this->server->script(['status' => 200, 'body' => $body]);

        // What PHP allows where nobody has said otherwise.
        $process = new Program([PHP_BINARY, '-d', 'memory_limit=128M', $program, $this->server->baseUrl]);
        self::assertSame('gcm_msg_1', $process->rest());
        $process->close();
    }

    public function testAWaitThatIsTooLongIsToldInstead(): void
    {
        $this->server->script(['status' => 429, 'headers' => ['retry-after' => '61']]);
        $waits = [];
        $client = $this->client(sleep: static function (float $seconds) use (&$waits): void {
            $waits[] = $seconds;
        });

        $failure = Failure::of(fn () => $client->getBalance(), SmsException::class);
        self::assertSame(61.0, $failure->retryAfter);
        self::assertTrue($failure->retryable);
        self::assertSame([], $waits);

        Failure::of(fn () => $client->withOptions(maxRetryAfter: 61)->getBalance(), SmsException::class);
        self::assertSame([61.0, 61.0], $waits);
        self::assertCount(4, $this->server->arrivals());
    }

    public function testSpacesAroundARetryAfterChangeNothing(): void
    {
        $client = new SmsClient(
            apiKey: Vectors::apiKey(),
            maxRetries: 0,
            httpClient: self::transport(static fn () => new Response(429, ['retry-after' => " 5\t"], '')),
        );

        self::assertSame(5.0, Failure::of(fn () => $client->getBalance(), SmsException::class)->retryAfter);
    }

    public function testPausesGrowAndHalfOfThemIsChance(): void
    {
        $this->server->script(['status' => 503]);
        $waits = [];
        $client = $this->client(maxRetries: 7, sleep: static function (float $seconds) use (&$waits): void {
            $waits[] = $seconds;
        });

        Failure::of(fn () => $client->getBalance());

        foreach ([0.5, 1, 2, 4, 8, 8, 8] as $index => $most) {
            self::assertGreaterThanOrEqual($most / 2, $waits[$index]);
            self::assertLessThanOrEqual($most, $waits[$index]);
        }
    }

    public function testACancelThatMayHaveBeenDoneSaysSo(): void
    {
        $this->server->script(['status' => 502], ['status' => 409]);
        $client = $this->client(sleep: static fn () => null);

        $failure = Failure::of(fn () => $client->cancelScheduled('gcm_batch_1'), SmsException::class);

        self::assertStringContainsString('An earlier attempt of this call may have done it', $failure->getMessage());

        $this->server->script(['status' => 429], ['status' => 409]);
        $failure = Failure::of(fn () => $client->cancelScheduled('gcm_batch_1'), SmsException::class);
        self::assertStringNotContainsString('earlier attempt', $failure->getMessage());
    }

    public function testALoggerThatFailsDoesNotMakeACallFail(): void
    {
        Needs::logger();
        $answer = Vectors::all()['responses'][0];
        $this->server->script(['status' => 200, 'body' => $answer['body']]);
        $logger = $this->createStub(\Psr\Log\LoggerInterface::class);
        $logger->method('debug')->willThrowException(new \RuntimeException('full'));
        $log = TemporaryFolder::file();
        ini_set('error_log', $log);
        try {
            $client = new SmsClient(apiKey: Vectors::apiKey(), baseUrl: $this->server->baseUrl, logger: $logger);
            $sent = $client->send(...Vectors::firstArguments('send'));
        } finally {
            ini_restore('error_log');
        }

        self::assertSame($answer['value']['messageId'], $sent->messageId);
        self::assertStringContainsString('RuntimeException', (string) file_get_contents($log));
    }

    /**
     * @dataProvider transports
     */
    #[DataProvider('transports')]
    public function testNoConnectionIsUsedTwice(string $transport): void
    {
        Needs::psr18Client($transport);
        $faults = FaultServer::start();
        foreach ($faults->faults() as $fault) {
            if (preg_match('~^ok-.*(close|reused)~', $fault) !== 1) {
                continue;
            }
            $id = "$transport-$fault";
            $client = FaultRun::client($transport, $faults->baseUrl($id, $fault));
            for ($time = 0; $time < 3; ++$time) {
                $client->getBalance();
                $client->cancelScheduled('gcm_batch_1');
                $client->getBalance();
                $client->send(...Vectors::firstArguments('send'));
            }
            ['counts' => $counts, 'requests' => $requests] = $faults->report($id);
            self::assertSame([3, 3], [$counts['posts'], $counts['accepted']], $fault);
            $deletes = array_keys(array_column($requests, 'method'), 'DELETE', true);
            self::assertCount(3, $deletes, $fault);
            self::assertCount(12, array_unique(array_column($requests, 'connection')), $fault);
        }
        $faults->close();
    }

    /** @return iterable<string, array{string}> */
    public static function transports(): iterable
    {
        foreach (['curl', 'guzzle', 'symfony', 'symfony-native'] as $transport) {
            yield $transport => [$transport];
        }
    }

    public function testAForkedProcessHasConnectionsOfItsOwn(): void
    {
        if (!function_exists('pcntl_fork')) {
            self::markTestSkipped('This PHP cannot fork.');
        }
        $this->server->script(['status' => 200, 'body' => '{}']);
        $client = $this->client();
        $client->getBalance();
        $child = pcntl_fork();
        if ($child === 0) {
            $client->getBalance();
            posix_kill((int) getmypid(), SIGKILL); // Without what else PHPUnit does at the end.
        }
        pcntl_waitpid($child, $status);
        $client->getBalance();

        $ports = array_column($this->server->arrivals(), 'port');
        self::assertCount(3, array_unique($ports));
    }

    public function testThisMachineIsNotReachedThroughAProxy(): void
    {
        $this->server->script(['status' => 200, 'body' => '{"messageId":"gcm_msg_1"}']);
        putenv('all_proxy=http://127.0.0.1:1');
        try {
            $sent = $this->client()->send(...Vectors::firstArguments('send'));
        } finally {
            putenv('all_proxy');
        }

        self::assertSame('gcm_msg_1', $sent->messageId);
    }

    public function testASignalHandlerMayCallTheClientThatWasInterrupted(): void
    {
        if (!function_exists('pcntl_async_signals')) {
            self::markTestSkipped('This PHP has no signals.');
        }
        $answer = ['status' => 200, 'body' => '{"messageId":"gcm_msg_2","credits":7}'];
        $this->server->script($answer);
        $client = $this->client(timeout: 2.0, maxRetries: 0);
        $client->getBalance();
        $this->server->script('dripping', $answer);
        $answers = [];
        $before = pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static function () use ($client, &$answers): void {
            $answers[] = $client->getBalance()->credits;
            $answers[] = $client->send(...Vectors::firstArguments('send'))->messageId;
        });
        // Interrupts the call once the server has it.
        $arrivals = str_replace('/v1', '/_arrivals', $this->server->baseUrl);
        $interrupter = new Program([PHP_BINARY, '-r', <<<'PHP'
            while (file_get_contents($argv[1]) === '[]') usleep(10_000);
            posix_kill((int) $argv[2], SIGUSR1);
            PHP, $arrivals, (string) getmypid()]);

        Failure::of(fn () => $client->getBalance(), TimeoutException::class);

        $interrupter->close();
        pcntl_signal(SIGUSR1, SIG_DFL);
        pcntl_async_signals($before);
        self::assertSame([7, 'gcm_msg_2'], $answers);
    }

    public function testNothingOfARequestIsLeftForTheNext(): void
    {
        $this->server->script(['status' => 200, 'body' => '{}']);
        $client = $this->client();
        $client->sendBulk(...Vectors::firstArguments('sendBulk'));
        $client->getBalance();
        // The SDK has no such request, but a handle that is used again may have any.
        $transport = new CurlTransport();
        $transport->exchange(new Request('DELETE', $this->server->baseUrl, ['content-type' => 'a/b'], 'x', 10));
        $transport->exchange(new Request('GET', $this->server->baseUrl, [], null, 10));

        foreach ([1, 3] as $index) {
            $read = $this->server->arrivals()[$index];
            self::assertSame('', $read['body']);
            self::assertArrayNotHasKey('content-type', $read['headers']);
            self::assertArrayNotHasKey('content-length', $read['headers']);
        }
    }

    /** @param \Closure(): Response $answer */
    private static function transport(\Closure $answer): Transport
    {
        return new class ($answer) implements Transport {
            public function __construct(private readonly \Closure $answer)
            {
            }

            public function exchange(#[\SensitiveParameter] Request $request): Response
            {
                return ($this->answer)();
            }
        };
    }

    /** @param array<string, string> $headers */
    private function client(
        float $timeout = 10.0,
        int $maxRetries = 2,
        array $headers = [],
        ?\Closure $sleep = null,
    ): SmsClient {
        return new SmsClient(
            apiKey: Vectors::apiKey(),
            baseUrl: $this->server->baseUrl,
            timeout: $timeout,
            maxRetries: $maxRetries,
            headers: $headers,
            sleep: $sleep,
        );
    }
}

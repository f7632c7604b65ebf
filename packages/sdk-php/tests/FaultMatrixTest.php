<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\FaultRun;
use GetClickMedia\Sms\Tests\Support\FaultServer;
use GetClickMedia\Sms\Tests\Support\Needs;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\Vectors;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class FaultMatrixTest extends TestCase
{
    private const SNAPSHOT = __DIR__ . '/../test/fault-matrix.md';
    private const HEAD = <<<'MARKDOWN'
        # Fault matrix

        What one `send` does when the server goes on and on with a fault: how many POSTs arrive, and what the caller is
        told. Written by `FaultMatrixTest.php`; what each fault is stands in `packages/fault-server`. More than one POST
        follows only on an answer that refuses the message.

        | Fault | POSTs | What the caller sees |
        |---|---|---|

        MARKDOWN;
    private const PROCESSES = 16;
    /** Seconds in which each fault is met on a busy machine too, so that the table is the same on every one. */
    private const PATIENCE = 1.0;

    private static FaultServer $server;

    public static function setUpBeforeClass(): void
    {
        self::$server = FaultServer::start();
    }

    public static function tearDownAfterClass(): void
    {
        self::$server->close();
    }

    public function testHowOftenEachFaultIsMetByASend(): void
    {
        $rows = '';
        foreach (self::$server->faults() as $fault) {
            [$posts, $told] = $this->meet('curl', $fault, self::PATIENCE);
            $rows .= "| $fault | $posts | $told |\n";
        }
        $program = Program::node('tests/servers/unreachable.ts');
        $origins = $program->json();
        foreach (
            [
                'nothing listens' => 'refused',
                'the name does not resolve' => 'dns',
                'no connection comes about in time' => 'connect-timeout',
                'the certificate is not trusted' => 'untrusted',
            ] as $row => $origin
        ) {
            $run = FaultRun::make('curl', "$origins[$origin]/v1", 'send', self::PATIENCE);
            $rows .= "| $row | 0 | {$run->describe()} |\n";
        }
        self::assertSame('{"received":0}', trim($program->rest()), 'A server that is not trusted gets nothing.');
        $program->close();

        $table = self::HEAD . $rows;
        if (getenv('GCM_UPDATE') !== false) {
            file_put_contents(self::SNAPSHOT, $table);
        }
        self::assertStringEqualsFile(
            self::SNAPSHOT,
            $table,
            'test/fault-matrix.md is stale. Look at what changed, then run GCM_UPDATE=1 phpunit --filter FaultMatrix.',
        );
    }

    /**
     * @dataProvider clients
     */
    #[DataProvider('clients')]
    public function testNoFaultMakesAPsr18ClientSendTwice(string $transport): void
    {
        Needs::psr18Client($transport);
        foreach (self::$server->faults() as $fault) {
            $this->meet($transport, $fault);
        }
    }

    /**
     * @dataProvider transports
     */
    #[DataProvider('transports')]
    public function testTheCallAfterAFaultIsToldItsOwnAnswer(string $transport): void
    {
        Needs::psr18Client($transport);
        $message = Vectors::firstArguments('send');
        foreach (self::$server->faults() as $fault) {
            $baseUrl = self::$server->ownPort("$transport-after-$fault", "$fault,error-INSUFFICIENT_CREDITS");
            $client = FaultRun::client($transport, $baseUrl)->withOptions(maxRetries: 0);
            try {
                $client->send(...$message);
            } catch (SmsException) {
                // Whatever it was.
            }
            $failure = Failure::of(
                static fn () => $client->withOptions(timeout: 10)->send(...['to' => '919876543211'] + $message),
                SmsException::class,
            );
            self::assertSame('INSUFFICIENT_CREDITS', $failure->errorCode, $fault);
        }
    }

    /** @return iterable<string, array{string}> */
    public static function transports(): iterable
    {
        yield 'curl' => ['curl'];
        yield from self::clients();
    }

    /**
     * @dataProvider randomRuns
     */
    #[DataProvider('randomRuns')]
    public function testRandomRunsSendNothingTwiceAndTheCallerIsToldTheTruth(string $transport, int $runs): void
    {
        Needs::psr18Client($transport);
        $processes = [];
        for ($first = 0; $first < self::PROCESSES; ++$first) {
            $arguments = [self::$server->origin, $transport, $first, self::PROCESSES, $runs];
            $script = __DIR__ . '/random-runs.php';
            $ini = 'zend.exception_ignore_args=0';
            $processes[] = new Program([PHP_BINARY, '-d', $ini, $script, ...array_map(strval(...), $arguments)]);
        }
        $endings = [];
        $lies = [];
        foreach ($processes as $process) {
            $report = $process->json();
            $process->close();
            foreach ($report['endings'] as $ending => $count) {
                $endings[$ending] = ($endings[$ending] ?? 0) + $count;
            }
            array_push($lies, ...$report['lies']);
        }
        fwrite(STDERR, "\n$runs random runs with $transport: " . json_encode($endings) . "\n");

        self::assertSame([], $lies);
        self::assertSame($runs, array_sum($endings));
        // Each kind of ending has really been met, and often.
        foreach ($endings as $ending => $count) {
            self::assertGreaterThan($runs / 100, $count, $ending);
        }
    }

    /** @return iterable<string, array{string}> */
    public static function clients(): iterable
    {
        foreach (['guzzle', 'symfony', 'symfony-native'] as $client) {
            yield $client => [$client];
        }
    }

    /** @return iterable<string, array{string, int}> */
    public static function randomRuns(): iterable
    {
        yield '5,000 with curl' => ['curl', 5_000];
        yield '600 with Guzzle' => ['guzzle', 600];
        yield '600 with Symfony' => ['symfony', 600];
    }

    /** @return array{int, string} How many POSTs arrived, and what the caller was told. */
    private function meet(string $transport, string $fault, float $timeout = FaultRun::TIMEOUT): array
    {
        $id = "$transport-$fault";
        $baseUrl = self::$server->ownPort($id, $fault);
        $run = FaultRun::make($transport, $baseUrl, 'send', $timeout);
        $report = self::$server->report($id);
        $counts = $report['counts'];
        $accepted = $counts['accepted'] ?? 0;
        self::assertLessThanOrEqual(1, $accepted, "$transport met $fault");
        self::assertSame(0, $counts['followed'] ?? 0, "$transport met $fault");
        self::assertStringNotContainsString(FaultRun::API_KEY, $run->output, $fault);
        self::assertStringNotContainsString(FaultRun::TEXT, $run->output, $fault);
        if (!$run->deliveryUnknown()) {
            $told = $run->describe();
            self::assertSame($told === 'accepted' ? 1 : 0, $accepted, "$transport met $fault and told $told");
        }

        return [$counts['posts'] ?? 0, $run->describe()];
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Tests\Support\Call;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\Http;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\Vectors;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Replays every example of the document: against the mock, and against the sandbox in the state that it needs. */
final class ExamplesTest extends TestCase
{
    private static Program $mock;
    private static Program $sandbox;
    private static string $mockUrl;
    private static string $sandboxUrl;
    private static string $controlUrl;
    private static string $sandboxKey;

    public static function setUpBeforeClass(): void
    {
        self::$mock = Program::node('../mock/dist/cli.js', '--port', '0');
        self::$mockUrl = self::lastWord(self::$mock->line());
        self::$sandbox = Program::node(
            '../sandbox/dist/cli.js',
            ...['--port', '0', '--clock', 'frozen', '--now', '2026-06-23T04:30:00Z'],
        );
        self::$sandboxUrl = self::lastWord(self::$sandbox->line());
        self::$sandboxKey = self::lastWord(self::$sandbox->line());
        self::$sandbox->line();
        self::$controlUrl = self::lastWord(self::$sandbox->line());
    }

    public static function tearDownAfterClass(): void
    {
        self::$mock->close();
        self::$sandbox->close();
    }

    /**
     * @dataProvider examples
     * @param array<string, mixed> $vector
     */
    #[DataProvider('examples')]
    public function testTheMockAnswers(array $vector): void
    {
        $client = new SmsClient(
            apiKey: Vectors::apiKey(),
            baseUrl: self::$mockUrl,
            maxRetries: 0,
            headers: ['prefer' => "code={$vector['status']}, example={$vector['example']}"],
        );

        $this->assertOutcome($client, $vector, volatile: []);
    }

    /**
     * @dataProvider examplesInAState
     * @param array<string, mixed> $vector
     */
    #[DataProvider('examplesInAState')]
    public function testTheSandboxAnswers(array $vector): void
    {
        Http::json('POST', self::$controlUrl . '/states', ['state' => $vector['state']]);
        $client = new SmsClient(apiKey: self::$sandboxKey, baseUrl: self::$sandboxUrl, maxRetries: 0);

        $this->assertOutcome($client, $vector, $vector['volatile']);
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function examples(): iterable
    {
        return Vectors::of('examples');
    }

    /** @return iterable<string, array{array<string, mixed>}> */
    public static function examplesInAState(): iterable
    {
        foreach (Vectors::of('examples') as $name => [$vector]) {
            if ($vector['state'] !== null) {
                yield $name => [$vector];
            }
        }
    }

    /**
     * @param array<string, mixed> $vector
     * @param list<string> $volatile
     */
    private function assertOutcome(SmsClient $client, array $vector, array $volatile): void
    {
        $call = static fn () => Call::make($client, $vector['operation'], $vector['arguments']);
        if ($vector['error'] !== null) {
            $failure = Failure::of($call, SmsException::class);
            $class = preg_replace('~Error$~', 'Exception', $vector['error']['type']);
            self::assertSame("GetClickMedia\\Sms\\Exception\\Api\\$class", $failure::class);
            self::assertSame($vector['error']['code'], $failure->errorCode);
            self::assertSame($vector['status'], $failure->status);

            return;
        }
        $raw = $call()->raw;
        foreach ($vector['value'] as $field => $value) {
            if (in_array($field, $volatile, true) && $value !== null) {
                self::assertIsString($raw[$field]);
            } else {
                self::assertSame($value, $raw[$field] ?? null, $field);
            }
        }
        self::assertSame([], array_diff_key($raw, $vector['value']));
    }

    private static function lastWord(string $line): string
    {
        return trim((string) strrchr($line, ' '));
    }
}

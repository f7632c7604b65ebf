<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Tests\Support\Certificate;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\TemporaryFolder;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The API is there over TLS only. Which certificates PHP trusts is a setting of its start, hence the processes. */
final class TlsTest extends TestCase
{
    private const SEND = <<<'PHP'
        use GetClickMedia\Sms\Exception\SmsException;
        use GetClickMedia\Sms\SmsClient;
        [, $baseUrl, $timeout, $proxy, $length] = $argv;
        putenv("https_proxy=$proxy");
        putenv('no_proxy=');
        $waits = 0;
        $client = new SmsClient(
            apiKey: 'gcm_test_tls',
            baseUrl: $baseUrl,
            timeout: (float) $timeout,
            sleep: function () use (&$waits): void { ++$waits; },
        );
        try {
            $told = $client->send('919876543210', str_repeat('x', (int) $length), 'GCMDIA', '1', 'promotional')->messageId;
        } catch (SmsException $exception) {
            $unknown = $exception->deliveryUnknown ? ' unknown' : '';
            $told = (new ReflectionClass($exception))->getShortName() . $unknown . " after $waits waits";
        }
        echo $told;
        PHP;

    private Program $server;
    private string $certificate;
    private int $port;

    protected function setUp(): void
    {
        ['file' => $this->certificate, 'serverFile' => $file] = (array) Certificate::get();
        $this->server = new Program([PHP_BINARY, __DIR__ . '/servers/tls.php', $file]);
        $this->port = $this->server->json()['port'];
    }

    protected function tearDown(): void
    {
        if (isset($this->server)) {
            $this->server->close();
        }
    }

    public function testASendArrivesWhereTheCertificateIsTrusted(): void
    {
        self::assertSame('gcm_msg_1', $this->send("https://127.0.0.1:$this->port/v1", trusted: true));
        self::assertSame('POST /v1/sms/send HTTP/1.1', $this->server->line());
    }

    public function testNothingIsSentWhereTheCertificateIsNotTrustedOrOfAnotherName(): void
    {
        $refused = 'ConnectionException after 2 waits';
        self::assertSame($refused, $this->send("https://127.0.0.1:$this->port/v1", trusted: false));
        self::assertSame($refused, $this->send("https://localhost:$this->port/v1", trusted: true));

        // The first request that arrives is that of a client which trusts the server.
        $this->send("https://127.0.0.1:$this->port/first", trusted: true);
        self::assertSame('POST /first/sms/send HTTP/1.1', $this->server->line());
    }

    public function testAHandshakeThatTakesTooLongHasSentNothing(): void
    {
        $silent = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($silent);
        $address = stream_socket_get_name($silent, false);

        $told = $this->send("https://$address/v1", trusted: true, timeout: 0.2);

        self::assertSame('TimeoutException after 2 waits', $told);
        fclose($silent);
    }

    /**
     * @dataProvider proxies
     */
    #[DataProvider('proxies')]
    public function testBehindAProxyNothingHasLeftBeforeTlsStandsWithTheApi(
        string $behaviour,
        string $told,
        bool $trusted = true,
        float $timeout = 10,
        int $length = 1,
    ): void {
        $proxy = Program::node('tests/servers/proxy.ts', $behaviour);
        $baseUrl = "https://127.0.0.1:$this->port/v1";

        self::assertSame($told, $this->send($baseUrl, $trusted, $timeout, $proxy->line(), $length));
        $proxy->close();
    }

    /** @return iterable<string, list<mixed>> */
    public static function proxies(): iterable
    {
        $neverLeft = 'ConnectionException after 2 waits';
        yield 'it lets through' => ['tunnels', 'gcm_msg_1'];
        yield 'it answers CONNECT with 503' => ['refuses', $neverLeft];
        yield 'it answers CONNECT with 429' => ['limits', $neverLeft];
        yield 'it closes' => ['closes', $neverLeft];
        yield 'the certificate is not trusted' => ['tunnels', $neverLeft, false];
        yield 'TLS stalls' => ['stalls', 'TimeoutException after 2 waits', true, 0.2];
        yield 'the request is being written' => [
            'cuts after 100 kB',
            'ConnectionException unknown after 0 waits',
            true,
            10,
            4_000_000,
        ];
    }

    public function testTheApiIsSpokenToOverHttp11(): void
    {
        $server = Program::node('tests/servers/http2.ts', Certificate::get()->serverFile);

        self::assertSame('gcm_msg_1', $this->send($server->line(), trusted: true));
        self::assertSame('POST over HTTP/1.1', $server->line());
        $server->close();
    }

    private function send(
        string $baseUrl,
        bool $trusted,
        float $timeout = 10,
        string $proxy = '',
        int $length = 1,
    ): string {
        $trust = $trusted ? ['-d', "curl.cainfo=$this->certificate"] : [];
        $program = 'require "' . __DIR__ . '/bootstrap.php";' . self::SEND;
        $file = TemporaryFolder::file("<?php\n$program");
        $arguments = array_map(strval(...), [$baseUrl, $timeout, $proxy, $length]);
        $client = new Program([PHP_BINARY, ...$trust, $file, ...$arguments]);
        $told = $client->rest();
        $client->close();

        return $told;
    }
}

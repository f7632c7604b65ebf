<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\TemporaryFolder;
use PHPUnit\Framework\TestCase;

/** The API is there over TLS only. Which certificates PHP trusts is a setting of its start, hence the processes. */
final class TlsTest extends TestCase
{
    private const SEND = <<<'PHP'
        use GetClickMedia\Sms\Exception\SmsException;
        use GetClickMedia\Sms\SmsClient;
        $waits = 0;
        $client = new SmsClient(
            apiKey: 'gcm_test_tls',
            baseUrl: $argv[1],
            timeout: (float) $argv[2],
            sleep: function () use (&$waits): void { ++$waits; },
        );
        try {
            $told = $client->send('919876543210', 'x', 'GCMDIA', '1', 'promotional')->messageId;
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
        if (!extension_loaded('openssl')) {
            self::markTestSkipped('This PHP has no openssl to make a certificate with.');
        }
        $this->server = new Program([PHP_BINARY, __DIR__ . '/servers/tls.php', TemporaryFolder::path()]);
        ['port' => $this->port, 'certificate' => $this->certificate] = $this->server->json();
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

    private function send(string $baseUrl, bool $trusted, float $timeout = 10): string
    {
        $trust = $trusted ? ['-d', "curl.cainfo=$this->certificate"] : [];
        $program = 'require "' . __DIR__ . '/bootstrap.php";' . self::SEND;
        $file = TemporaryFolder::file("<?php\n$program");
        $client = new Program([PHP_BINARY, ...$trust, $file, $baseUrl, (string) $timeout]);
        $told = $client->rest();
        $client->close();

        return $told;
    }
}

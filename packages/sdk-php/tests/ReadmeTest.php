<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Testing\FakeApi;
use GetClickMedia\Sms\Tests\Support\Http;
use GetClickMedia\Sms\Tests\Support\Needs;
use GetClickMedia\Sms\Tests\Support\Program;
use GetClickMedia\Sms\Tests\Support\Readme;
use GetClickMedia\Sms\Tests\Support\TemporaryFolder;
use GetClickMedia\Sms\Webhooks;
use PHPUnit\Framework\TestCase;

final class ReadmeTest extends TestCase
{
    private const SECRET = 'secret of the README';
    private const BOOTSTRAP = "require '" . __DIR__ . "/bootstrap.php';\n";

    public function testTheQuickStartRunsAgainstTheMock(): void
    {
        $mock = Program::node('../mock/dist/cli.js', '--port', '0');
        $url = (string) strrchr($mock->line(), ' ');
        // The mock's own address is all that differs.
        $client = "new SmsClient(baseUrl: '" . trim($url) . "')";
        $sample = str_replace('new SmsClient()', $client, Readme::sample('waitForDelivery'));
        $key = "putenv('GCM_API_KEY=gcm_test_try');\n";
        $program = Readme::program(self::BOOTSTRAP . $key, $sample, 'echo $status->name;');

        self::assertSame('Delivered', self::output($program));
        $mock->close();
    }

    public function testTheSampleOfTestsRuns(): void
    {
        $functions = <<<'PHP'
            use function PHPUnit\Framework\{assertCount, assertSame};
            require 'PHPUnit/Autoload.php';
            $secret = 'secret';
            function sendReminder($client) {
                try {
                    $client->send('919876543210', 'Remember. GCMDIA', 'GCMDIA', '1007161234567890125', 'transactional');
                } catch (GetClickMedia\Sms\Exception\TimeoutException) {
                }
            }
            PHP;
        $program = Readme::program($functions . self::BOOTSTRAP, Readme::sample('new FakeApi()'), 'echo $receipt->signature;');

        self::assertMatchesRegularExpression('~^[0-9a-f]{64}$~', self::output($program));
    }

    public function testTheOtherSamplesRunToo(): void
    {
        $given = <<<'PHP'
            use GetClickMedia\Sms\Testing\FakeApi;
            $api = new FakeApi();
            $client = $api->client();
            $message = ['to' => '12', 'message' => 'x', 'senderId' => 'GCMDIA', 'templateId' => '1', 'type' => 'promotional'];
            $campaign = array_diff_key($message, ['to' => 1]);
            $recipients = ['919876543210', '919876543211'];
            PHP;
        foreach (['TemplateMismatchException', 'Segments::count'] as $sample) {
            self::assertSame('', self::output(Readme::program(self::BOOTSTRAP . $given, Readme::sample($sample))));
        }
        $bulk = str_replace("new SmsClient(plan: 'Growth')", '$api->client()', Readme::sample("plan: 'Growth'"));
        self::assertSame('2', self::output(Readme::program(self::BOOTSTRAP . $given, $bulk)));
    }

    public function testThePlainWebhookRunsOnPhpsOwnServer(): void
    {
        $log = TemporaryFolder::file();
        $functions = <<<PHP
            function markDelivered(...\$arguments) { file_put_contents('$log', 'delivered ' . \$arguments[0]); }
            function markFailed(...\$arguments) { file_put_contents('$log', 'failed ' . \$arguments[1]); }
            putenv('GCM_WEBHOOK_SECRET=secret of the README');
            PHP;
        $program = Readme::program(self::BOOTSTRAP . $functions, Readme::sample('php://input'));
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($socket);
        $address = (string) stream_socket_get_name($socket, false);
        fclose($socket);
        $server = new Program([PHP_BINARY, '-q', '-S', $address, $program]);
        $server->waitFor($address);

        $receipt = FakeApi::signedReceipt('sms.delivered', self::SECRET);
        self::assertSame(204, self::post($address, $receipt->body, $receipt->signature));
        $messageId = json_decode($receipt->body, true)['messageId'];
        self::assertSame("delivered $messageId", file_get_contents($log));
        $failed = FakeApi::signedReceipt('sms.failed', self::SECRET, ['failReason' => 'gone']);
        self::assertSame(204, self::post($address, $failed->body, $failed->signature));
        self::assertSame('failed gone', file_get_contents($log));
        self::assertSame(400, self::post($address, $receipt->body, $failed->signature));
        self::assertSame(400, self::post($address, $receipt->body, null));
        $server->close();
    }

    public function testTheLaravelRouteTakesWebhooks(): void
    {
        Needs::file('Illuminate/Routing/Router.php', 'php-laravel-framework');
        $before = <<<'PHP'
            require_once 'Illuminate/autoload.php';
            use GetClickMedia\Sms\Webhook\WebhookException;
            use GetClickMedia\Sms\Webhooks;
            use Illuminate\Container\Container;
            use Illuminate\Events\Dispatcher;
            use Illuminate\Http\Request;
            use Illuminate\Http\Response;
            use Illuminate\Routing\Router;
            use Illuminate\Support\Facades\Facade;
            use Illuminate\Support\Facades\Route;
            error_reporting(E_ALL & ~E_DEPRECATED);
            require_once 'Illuminate/Foundation/helpers.php';
            $container = Container::setInstance(new Container());
            $container->instance('config', new Illuminate\Config\Repository([
                'services' => ['sms' => ['webhook_secret' => 'secret of the README']],
            ]));
            $container->instance('router', new Router(new Dispatcher($container), $container));
            Facade::setFacadeApplication($container);
            PHP;
        $after = <<<'PHP'
            foreach ($receipts as [$body, $signature]) {
                $server = $signature === null ? [] : ['HTTP_X_GCM_SIGNATURE' => $signature];
                $request = Request::create('/webhooks/sms', 'POST', [], [], [], $server, $body);
                $container->instance(Request::class, $request); // As the application's kernel does.
                echo $container['router']->dispatch($request)->getStatusCode(), "\n";
            }
            PHP;

        $this->assertSampleTakesWebhooks($before, Readme::sample('Route::post'), $after);
    }

    public function testTheSymfonyControllerTakesWebhooks(): void
    {
        Needs::file('Symfony/Component/HttpFoundation/Request.php', 'php-symfony-http-foundation');
        $before = <<<'PHP'
            require_once 'Symfony/Component/HttpFoundation/autoload.php';
            use GetClickMedia\Sms\Webhook\WebhookException;
            use GetClickMedia\Sms\Webhooks;
            use Symfony\Component\HttpFoundation\Request;
            use Symfony\Component\HttpFoundation\Response;
            $_ENV['GCM_WEBHOOK_SECRET'] = 'secret of the README';
            PHP;
        $after = <<<'PHP'
            foreach ($receipts as [$body, $signature]) {
                $server = $signature === null ? [] : ['HTTP_X_GCM_SIGNATURE' => $signature];
                $request = Request::create('/webhooks/sms', 'POST', [], [], [], $server, $body);
                echo (new SmsWebhookController())->receive($request)->getStatusCode(), "\n";
            }
            PHP;

        $this->assertSampleTakesWebhooks($before, 'final class SmsWebhookController {' . Readme::sample('$request->headers->get') . '}', $after);
    }

    private function assertSampleTakesWebhooks(string $before, string $sample, string $after): void
    {
        $receipt = FakeApi::signedReceipt('sms.delivered', self::SECRET);
        $receipts = [
            [$receipt->body, $receipt->signature],
            [$receipt->body, Webhooks::sign($receipt->body, 'another')],
            ["$receipt->body ", $receipt->signature],
            [$receipt->body, null],
        ];
        $given = 'final class SmsReceipt { static function dispatch($event) { echo $event->event, " "; } }'
            . '$receipts = ' . var_export($receipts, true) . ';';

        $printed = self::output(Readme::program($before . "\n" . self::BOOTSTRAP . $given, $sample, $after));

        self::assertSame("sms.delivered 204\n400\n400\n400", $printed);
    }

    private static function output(string $program): string
    {
        $process = new Program([PHP_BINARY, '-d', 'display_errors=1', $program]);
        $printed = trim($process->rest());
        $process->close();

        return $printed;
    }

    private static function post(string $address, string $body, ?string $signature): int
    {
        $headers = $signature === null ? [] : [Webhooks::SIGNATURE_HEADER . ": $signature"];

        return Http::call('POST', "http://$address/", $body, $headers)['status'];
    }
}

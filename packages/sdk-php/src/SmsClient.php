<?php

declare(strict_types=1);

namespace GetClickMedia\Sms;

use GetClickMedia\Sms\Bulk\BulkResult;
use GetClickMedia\Sms\Enum\Plan;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\Generated\ApiMethods;
use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Http\CurlTransport;
use GetClickMedia\Sms\Http\Psr18Transport;
use GetClickMedia\Sms\Http\Transport;
use GetClickMedia\Sms\Internal\Answer;
use GetClickMedia\Sms\Internal\ApiKey;
use GetClickMedia\Sms\Internal\BaseUrl;
use GetClickMedia\Sms\Internal\BulkSender;
use GetClickMedia\Sms\Internal\Caller;
use GetClickMedia\Sms\Internal\Clock;
use GetClickMedia\Sms\Internal\Environment;
use GetClickMedia\Sms\Internal\Headers;
use GetClickMedia\Sms\Internal\Hidden;
use GetClickMedia\Sms\Internal\Log;
use GetClickMedia\Sms\Internal\Settings;
use GetClickMedia\Sms\Internal\Watch;
use GetClickMedia\Sms\Model\MessageStatusResponse;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\StreamFactoryInterface;
use Psr\Log\LoggerInterface;

/**
 * A client of the SMS API.
 *
 * It never sends a message twice. A send is repeated only when the API has said that it accepted nothing, or when
 * there was no connection at all. After any other failure the exception has `deliveryUnknown` true.
 *
 *     $client = new SmsClient(apiKey: $key);
 *     $messageId = $client->send(to: $to, message: $text, senderId: $id, templateId: $id, type: $type)->messageId;
 */
final class SmsClient extends ApiMethods
{
    /** What the key opens: `live`, where messages are sent and charged, or `test`. */
    public readonly string $environment;

    private Settings $settings;

    /**
     * @param ?string $apiKey The API key. By default the environment variable `GCM_API_KEY`.
     * @param ?string $baseUrl Where the API is, with its version: for tests that of a mock or a sandbox. Plain HTTP
     *     is for this machine only.
     * @param float $timeout How many seconds each attempt may take, from the request to the end of the answer.
     * @param int $maxRetries How often a call is repeated when that can do no harm: never a send that may have been
     *     accepted.
     * @param float $maxRetryAfter The longest `Retry-After` that is waited for, in seconds. With a longer one the
     *     call fails at once, and the exception's `retryAfter` tells it.
     * @param Plan|string|null $plan The plan of the account, which says how many recipients one call of `sendBulk`
     *     may have. By default the smallest, which fits every account.
     * @param array<string, string> $headers Headers to send along, for tracing say. They cannot replace the SDK's.
     * @param ClientInterface|Transport|null $httpClient Makes the requests, one for each and without redirects or
     *     retries of its own. By default curl. A PSR-18 client needs the two factories too, and its own timeout, and
     *     must speak HTTP/1.1, since over HTTP/2 it could send twice: Symfony's with `http_version: '1.1'` and
     *     `max_redirects: 0`, which are set for you from its version 6.2 on.
     * @param ?LoggerInterface $logger Is told of every attempt: never the key, the text, or whom it is for.
     * @param ?\Closure(float): mixed $sleep Waits so many seconds, between attempts and between questions. For tests.
     * @param bool $allowLiveKeyInTests Lets a live key be used where `APP_ENV` is `test` or `testing`.
     *
     * @throws ConfigurationException An option is missing, or cannot be right.
     */
    public function __construct(
        #[\SensitiveParameter] ?string $apiKey = null,
        #[\SensitiveParameter] ?string $baseUrl = null,
        float $timeout = 30.0,
        int $maxRetries = 2,
        float $maxRetryAfter = 60.0,
        Plan|string|null $plan = null,
        #[\SensitiveParameter] array $headers = [],
        ClientInterface|Transport|null $httpClient = null,
        ?RequestFactoryInterface $requestFactory = null,
        ?StreamFactoryInterface $streamFactory = null,
        ?LoggerInterface $logger = null,
        ?\Closure $sleep = null,
        bool $allowLiveKeyInTests = false,
    ) {
        $apiKey ??= Environment::variable('GCM_API_KEY');
        if ($apiKey === null || $apiKey === '') {
            throw new ConfigurationException('No API key: pass apiKey, or set GCM_API_KEY.');
        }
        $key = new ApiKey($apiKey);
        if ($key->environment === 'live' && !$allowLiveKeyInTests && Environment::isTest()) {
            throw new ConfigurationException(
                'APP_ENV says test, but the API key is a live one: use a test key, or set allowLiveKeyInTests.',
            );
        }
        $this->environment = $key->environment;
        $this->settings = new Settings(
            $key,
            BaseUrl::check($baseUrl ?? Catalogue::BASE_URL),
            self::recipientsOf($plan),
            self::transportOf($httpClient, $requestFactory, $streamFactory),
            $sleep ?? Clock::sleep(...),
            new Log($logger),
            $timeout,
            $maxRetries,
            $maxRetryAfter,
            new Hidden(Headers::check($headers)),
        );
    }

    /**
     * A client with other limits over the same connections, for one call or many:
     * `$client->withOptions(timeout: 5)->getBalance()`. What is not given stays as it is.
     *
     * @param array<string, string> $headers Headers to send along with those of this client.
     *
     * @throws ConfigurationException An option cannot be right.
     */
    public function withOptions(
        ?float $timeout = null,
        ?int $maxRetries = null,
        ?float $maxRetryAfter = null,
        #[\SensitiveParameter] array $headers = [],
    ): self {
        $client = clone $this;
        $client->settings = $this->settings->with(
            $timeout,
            $maxRetries,
            $maxRetryAfter,
            Headers::check($headers),
        );

        return $client;
    }

    /**
     * Follow a message until its status is final: `delivered`, `failed` or `rejected`. Delivery receipts tell it
     * sooner and without asking.
     *
     * @param float $timeout How many seconds to follow it.
     * @param float $interval How many seconds to pause after the first question. Each pause is half as long again as
     *     the one before, up to 30 seconds, and a little random.
     *
     * @return MessageStatusResponse The message with its final status, whichever that is.
     *
     * @throws TimeoutException It was not final within `timeout`. It may still be delivered.
     */
    public function waitForDelivery(
        string $messageId,
        float $timeout = 120.0,
        float $interval = 1.0,
    ): MessageStatusResponse {
        $changes = $this->watchStatus($messageId, $timeout, $interval);
        do {
            $message = $changes->current();
            $changes->next();
        } while ($changes->valid());

        return $message;
    }

    /**
     * Follow a message: yields it once as it is, and again each time its status has changed, until that is final.
     *
     * @return \Generator<int, MessageStatusResponse>
     *
     * @throws TimeoutException As `waitForDelivery`.
     */
    public function watchStatus(string $messageId, float $timeout = 120.0, float $interval = 1.0): \Generator
    {
        Settings::checkNumber('timeout', $timeout, 0.001);
        Settings::checkNumber('interval', $interval, 0.001);

        return (new Watch($this->settings, $messageId, $timeout, $interval))->statuses();
    }

    /** @return array<string, string> What a dump shows. */
    public function __debugInfo(): array
    {
        return ['environment' => $this->environment, 'baseUrl' => $this->settings->baseUrl];
    }

    public function __serialize(): never
    {
        throw new \LogicException('An SmsClient holds the API key and is not serialised: make it anew.');
    }

    protected function call(
        Operation $operation,
        #[\SensitiveParameter] array $body = [],
        array $ids = [],
    ): Answer {
        return (new Caller($this->settings))->call($operation, $body, $ids);
    }

    protected function callInBulk(
        Operation $operation,
        #[\SensitiveParameter] iterable $recipients,
        #[\SensitiveParameter] array $body,
        ?int $recipientsPerRequest,
        ?\Closure $onProgress,
    ): BulkResult {
        $most = $recipientsPerRequest ?? $this->settings->recipientsPerRequest;
        Settings::checkNumber('recipientsPerRequest', $most, 1);
        $sender = new BulkSender(new Caller($this->settings), $operation, $body, $onProgress);

        return $sender->send($recipients, $most);
    }

    private static function recipientsOf(Plan|string|null $plan): int
    {
        $most = Catalogue::RECIPIENTS_PER_REQUEST;
        $name = $plan instanceof Plan ? $plan->value : $plan ?? array_key_first($most);

        return $most[$name] ?? throw new ConfigurationException(
            'plan must be one of ' . implode(', ', array_keys($most)) . '.',
        );
    }

    private static function transportOf(
        ClientInterface|Transport|null $httpClient,
        ?RequestFactoryInterface $requestFactory,
        ?StreamFactoryInterface $streamFactory,
    ): Transport {
        if ($httpClient === null || $httpClient instanceof Transport) {
            return $httpClient ?? new CurlTransport();
        }
        if ($requestFactory === null || $streamFactory === null) {
            throw new ConfigurationException('A PSR-18 httpClient needs requestFactory and streamFactory too.');
        }

        return new Psr18Transport($httpClient, $requestFactory, $streamFactory);
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Testing;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Enum\Plan;
use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Generated\Examples;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Http\Request;
use GetClickMedia\Sms\Http\Response;
use GetClickMedia\Sms\Http\Transport;
use GetClickMedia\Sms\Http\TransportException;
use GetClickMedia\Sms\Internal\Fake\Account;
use GetClickMedia\Sms\Internal\Fake\Answers;
use GetClickMedia\Sms\Internal\Fake\Rules;
use GetClickMedia\Sms\SmsClient;
use GetClickMedia\Sms\Webhooks;

/**
 * The API as tests need it. It answers like the documentation and remembers: ids are new, `to` and totals are those
 * of the request, credits are counted, and `getStatus` knows what was sent. What the API would refuse is refused with
 * its own error. Nothing leaves the process, and nothing waits.
 *
 *     $api = new FakeApi();
 *     $client = $api->client();
 *     $api->fail('RATE_LIMIT_EXCEEDED', retryAfter: 30);
 *     $client->send(...$message);
 *     $api->waits(); // [30.0]
 *     $api->sent()[0]->to;
 */
final class FakeApi implements Transport
{
    private Account $account;

    /** @var list<FakeRequest> */
    private array $requests = [];

    /** @var list<float> */
    private array $waits = [];

    /** @var list<PendingFault> */
    private array $faults = [];

    private readonly string $plan;

    /**
     * @param int $credits How many credits there are at first. By default as in the documentation.
     * @param Plan|string $plan Says how many recipients a request may hold. By default as in the documentation.
     *
     * @throws \InvalidArgumentException An option cannot be right.
     */
    public function __construct(
        private readonly int $credits = Examples::ANSWERS['getBalance']['credits'],
        Plan|string $plan = Examples::ANSWERS['getBalance']['plan'],
    ) {
        $this->plan = $plan instanceof Plan ? $plan->value : $plan;
        self::oneOf(array_keys(Catalogue::RECIPIENTS_PER_REQUEST), $this->plan, 'The plan');
        if ($credits < 0) {
            throw new \InvalidArgumentException('credits must be 0 or a whole number above it.');
        }
        $this->account = new Account($credits, $this->plan);
    }

    /**
     * A client of this API. Where your program makes its own, give it `httpClient: $api, sleep: $api->sleep(...)`.
     */
    public function client(): SmsClient
    {
        $prefix = array_search('test', Catalogue::ENVIRONMENTS, true);

        return new SmsClient(
            apiKey: "{$prefix}of_the_fake_api",
            plan: $this->plan,
            httpClient: $this,
            sleep: $this->sleep(...),
        );
    }

    /** Waits for nothing, and remembers it. */
    public function sleep(float $seconds): void
    {
        $this->waits[] = $seconds;
    }

    /**
     * Every request that the client made, in order. Each retry is one.
     *
     * @return list<FakeRequest>
     */
    public function requests(): array
    {
        return $this->requests;
    }

    /**
     * Every message that was accepted, in order and one for each recipient: what phones get to see, whatever the
     * client was told. Those of a batch that was cancelled are gone.
     *
     * @return list<SentMessage>
     */
    public function sent(): array
    {
        return array_values(array_map(static fn ($message) => $message->sent(), $this->account->messages));
    }

    /**
     * How many seconds the client would have waited, between retries and between questions, in order.
     *
     * @return list<float>
     */
    public function waits(): array
    {
        return $this->waits;
    }

    /**
     * The faults that no call has met yet. Expect none at the end of a test, so that it tested what it says.
     *
     * @return list<PendingFault>
     */
    public function pendingFaults(): array
    {
        return $this->faults;
    }

    /**
     * Lets the next call fail: with a documented error of the API, or with a bare HTTP status, as a proxy in front of
     * it answers. Nothing is accepted. A request that is wrong is refused as such before.
     *
     * @param string|int $error The error code, or the HTTP status.
     * @param ?string $operation Which calls meet it, as `send`. By default the next one that can.
     * @param int $times How many calls in a row meet it. Each retry of the client is a call.
     * @param ?int $retryAfter The seconds of the `Retry-After` header. By default those of the documentation.
     *
     * @throws \InvalidArgumentException There is no such code, the operation never answers it, or an option cannot
     *     be right.
     */
    public function fail(
        string|int $error,
        ?string $operation = null,
        int $times = 1,
        ?int $retryAfter = null,
    ): void {
        if ($retryAfter !== null && $retryAfter < 0) {
            throw new \InvalidArgumentException('retryAfter must be 0 or a whole number of seconds.');
        }
        if (is_int($error)) {
            if ($error < 300 || $error > 599) {
                throw new \InvalidArgumentException('The HTTP status of a failure is a whole number from 300 to 599.');
            }
            $this->expect($error, array_keys(Examples::ERRORS), $operation, $times, $retryAfter);

            return;
        }
        self::oneOf(array_keys(Catalogue::EXCEPTIONS), $error, 'The error code');
        $operations = array_filter(Examples::ERRORS, static fn (array $errors): bool => isset($errors[$error]));
        $this->expect($error, array_keys($operations), $operation, $times, $retryAfter);
    }

    /**
     * Lets the connection of the next call break. What the client makes of it is what it would make of a real one:
     * after `Refused` it tries again, and after the others a send has `deliveryUnknown` true.
     *
     * @param ?string $operation Which calls meet it, as `send`. By default the next one.
     * @param int $times How many calls in a row meet it.
     * @param ?bool $accepted Whether the API had accepted the call by then: the message is among `sent()` although
     *     nobody was told. By default `true`, except for `Refused`.
     *
     * @throws \InvalidArgumentException An option cannot be right.
     */
    public function breakConnection(
        ConnectionFault $fault,
        ?string $operation = null,
        int $times = 1,
        ?bool $accepted = null,
    ): void {
        if ($accepted === true && $fault === ConnectionFault::Refused) {
            throw new \InvalidArgumentException('Over a connection that is refused nothing can be accepted.');
        }
        $accepted ??= $fault !== ConnectionFault::Refused;
        $this->expect($fault, array_keys(Examples::ERRORS), $operation, $times, accepted: $accepted);
    }

    /**
     * Decides how a message goes on. It has the first status at once, and each of the others after `getStatus` or
     * `getBatch` has answered the one before; the last one stays. Where nothing is decided, a message is queued, then
     * dispatched, then delivered, from its `scheduleAt` on if it has one.
     *
     * @param string $message The id of a message, or a phone number: that is for every message to it, also those to
     *     come.
     *
     * @throws \InvalidArgumentException There is no such message.
     */
    public function setStatus(string $message, MessageStatus $status, MessageStatus ...$then): void
    {
        $statuses = [$status, ...array_values($then)];
        $known = $this->account->messages[$message] ?? null;
        if ($known !== null) {
            $known->setStatuses($statuses);
        } elseif (preg_match(Catalogue::PHONE_NUMBER, $message) === 1) {
            $this->account->setStatuses($message, $statuses);
        } else {
            throw new \InvalidArgumentException("$message is no phone number, and no message that was sent.");
        }
    }

    /** Forgets everything that was sent, asked for and decided, as if the API were new. */
    public function reset(): void
    {
        $this->account = new Account($this->credits, $this->plan);
        $this->requests = [];
        $this->waits = [];
        $this->faults = [];
    }

    /**
     * Makes a signed delivery receipt for tests of your webhook. It is that of the documentation, of this moment, and
     * with your fields.
     *
     * @param string $event The name of the event, as `sms.delivered`.
     * @param array<string, mixed> $fields Fields that are to be others than those of the documentation.
     *
     * @throws \InvalidArgumentException There is no such event.
     */
    public static function signedReceipt(
        string $event,
        #[\SensitiveParameter] string $secret,
        array $fields = [],
    ): SignedReceipt {
        self::oneOf(array_keys(Examples::EVENTS), $event, 'The event');
        $example = Examples::EVENTS[$event];
        $times = array_intersect_key(array_flip(Catalogue::TIMESTAMP_FIELDS), $example);
        $moments = array_fill_keys(array_keys($times), gmdate('Y-m-d\TH:i:s\Z'));
        $body = json_encode([...$example, ...$moments, ...$fields], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
        $signature = Webhooks::sign($body, $secret);
        $headers = ['content-type' => 'application/json', Webhooks::SIGNATURE_HEADER => $signature];

        return new SignedReceipt($body, $signature, $headers);
    }

    public function exchange(#[\SensitiveParameter] Request $request): Response
    {
        [$operation, $ids] = self::route($request);
        $body = $request->body === null ? null : (array) json_decode($request->body, true, flags: JSON_THROW_ON_ERROR);
        $failure = null;
        $response = null;
        try {
            $response = self::refusal($operation, $ids, $body) ?? $this->meet($operation, $ids, $body ?? []);
        } catch (TransportException $failure) {
        }
        $this->requests[] = new FakeRequest($operation->value, $ids, $body, $request->headers, $response?->status);

        return $response ?? throw $failure ?? new \LogicException('A call has an answer or a failure.');
    }

    /** @return array{Operation, array<array-key, string>} */
    private static function route(#[\SensitiveParameter] Request $request): array
    {
        foreach (Operation::cases() as $operation) {
            $path = preg_replace('~\\\\{(\w+)\\\\}~', '(?<$1>[^/]+)', preg_quote($operation->path(), '~'));
            $fits = preg_match("~{$path}$~D", $request->url, $match) === 1;
            if ($fits && $operation->method() === $request->method) {
                $names = array_keys(Examples::RULES[$operation->value]['path']);
                // Groups come by their names, and by their numbers too.
                $ids = array_intersect_key($match, array_flip($names));

                return [$operation, array_map(rawurldecode(...), $ids)];
            }
        }
        throw new \LogicException('The fake API has no such operation.');
    }

    /**
     * @param array<array-key, string> $ids
     * @param ?array<array-key, mixed> $body
     */
    private static function refusal(Operation $operation, array $ids, ?array $body): ?Response
    {
        $rules = Examples::RULES[$operation->value];
        $violation = null;
        foreach ($ids as $name => $id) {
            $violation ??= Rules::violation($id, $rules['path'][$name], "The path parameter $name");
        }
        if (isset($rules['body'])) {
            $violation ??= Rules::violation($body, $rules['body'], 'The body');
        }

        return $violation === null ? null : Answers::error($operation, $violation['code'], $violation['message']);
    }

    /**
     * @param array<array-key, string> $ids
     * @param array<array-key, mixed> $body
     * @throws TransportException
     */
    private function meet(Operation $operation, array $ids, array $body): Response
    {
        $fault = $this->nextFault($operation);
        if ($fault === null) {
            return $this->account->answer($operation, $ids, $body);
        }
        $kind = $fault->fault;
        if (is_int($kind)) {
            $headers = $fault->retryAfter === null ? [] : ['retry-after' => (string) $fault->retryAfter];

            return new Response($kind, $headers, '');
        }
        if (is_string($kind)) {
            return Answers::error($operation, $kind, retryAfter: $fault->retryAfter);
        }
        $answer = $fault->accepted ? $this->account->answer($operation, $ids, $body) : null;
        if ($kind === ConnectionFault::CutOff && $answer !== null && !$answer->isSuccess()) {
            return new Response($answer->status, $answer->headers, '');
        }
        throw new TransportException(
            "The fake API has broken the connection: $kind->value",
            left: $kind !== ConnectionFault::Refused,
            timedOut: $kind === ConnectionFault::Timeout,
        );
    }

    private function nextFault(Operation $operation): ?PendingFault
    {
        foreach ($this->faults as $index => $fault) {
            if (in_array($operation->value, $fault->operations, true)) {
                if (--$fault->times === 0) {
                    array_splice($this->faults, $index, 1);
                }

                return $fault;
            }
        }

        return null;
    }

    /** @param list<string> $operations Those that can meet it. */
    private function expect(
        ConnectionFault|string|int $fault,
        array $operations,
        ?string $operation,
        int $times,
        ?int $retryAfter = null,
        bool $accepted = false,
    ): void {
        if ($times < 1) {
            throw new \InvalidArgumentException('times must be a whole number above 0.');
        }
        if ($operation !== null) {
            self::oneOf($operations, $operation, 'The operation');
            $operations = [$operation];
        }
        $this->faults[] = new PendingFault($fault, $operations, $times, $retryAfter, $accepted);
    }

    /** @param list<string> $known */
    private static function oneOf(array $known, string $value, string $name): void
    {
        if (!in_array($value, $known, true)) {
            throw new \InvalidArgumentException("$name must be one of " . implode(', ', $known) . ", and is $value.");
        }
    }
}

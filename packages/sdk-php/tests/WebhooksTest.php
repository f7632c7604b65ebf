<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Event\SmsDeliveredEvent;
use GetClickMedia\Sms\Testing\FakeApi;
use GetClickMedia\Sms\Tests\Support\Comparisons;
use GetClickMedia\Sms\Tests\Support\Failure;
use GetClickMedia\Sms\Tests\Support\Vectors;
use GetClickMedia\Sms\Webhook\UnknownEvent;
use GetClickMedia\Sms\Webhook\WebhookException;
use GetClickMedia\Sms\Webhook\WebhookFault;
use GetClickMedia\Sms\Webhooks;
use PHPUnit\Framework\TestCase;

final class WebhooksTest extends TestCase
{
    private const SECRET = 'a secret of the tests';

    public function testEveryEventOfTheDocumentIsTyped(): void
    {
        $seen = [];
        foreach (Vectors::all()['signatures'] as $vector) {
            $body = json_decode($vector['body'] ?? '', true);
            if (!$vector['valid'] || !is_string($body['event'] ?? null)) {
                continue;
            }
            $event = Webhooks::parse($vector['body'], $vector['signature'], $vector['secrets']);
            self::assertSame($body, $event->raw);
            self::assertSame($body['event'], $event->event);
            if ($event instanceof UnknownEvent || !isset($body['messageId'], $body['queuedAt'])) {
                continue;
            }
            $seen[$event::class] = true;
            self::assertSame($body['messageId'], $event->messageId);
            self::assertSame($body['status'], $event->status instanceof MessageStatus ? $event->status->value : null);
            self::assertSame(
                (new \DateTimeImmutable($body['queuedAt']))->getTimestamp(),
                $event->queuedAt?->getTimestamp(),
            );
        }
        self::assertCount(5, $seen);
    }

    public function testAnEventThatIsNewIsKept(): void
    {
        $body = '{"event":"sms.read","messageId":"gcm_msg_1","by":{"x":1}}';

        $event = Webhooks::parse($body, Webhooks::sign($body, self::SECRET), self::SECRET);

        self::assertInstanceOf(UnknownEvent::class, $event);
        self::assertSame('sms.read', $event->event);
        self::assertSame(['x' => 1], $event->raw['by']);
    }

    public function testAByteOrderMarkIsSignedAndNotRead(): void
    {
        $body = "\u{feff}{\"event\":\"sms.read\"}";

        $event = Webhooks::parse($body, Webhooks::sign($body, self::SECRET), self::SECRET);

        self::assertSame('sms.read', $event->event);
    }

    public function testAnEventIsKnownAgain(): void
    {
        $id = static fn (array $body): string => (static fn (string $json) => Webhooks::parse(
            $json,
            Webhooks::sign($json, self::SECRET),
            self::SECRET,
        ))(json_encode($body, JSON_THROW_ON_ERROR))->id();
        $event = ['event' => 'sms.delivered', 'messageId' => 'gcm_msg_1'];

        self::assertSame('gcm_msg_1 sms.delivered', $id($event));
        self::assertSame($id($event), $id($event + ['operator' => 'Another, on its second way']));
        self::assertNotSame($id($event), $id(['event' => 'sms.failed'] + $event));
        self::assertNotSame($id($event), $id(['messageId' => 'gcm_msg_2'] + $event));
        // Events of another kind must not be taken for each other.
        self::assertNotSame($id(['event' => 'balance.low', 'left' => 1]), $id(['event' => 'balance.low', 'left' => 2]));
        self::assertSame($id(['event' => 'balance.low', 'left' => 1]), $id(['event' => 'balance.low', 'left' => 1]));
    }

    public function testAnyOfTheSecretsMayMatch(): void
    {
        foreach (['old', 'new'] as $secret) {
            self::assertTrue(Webhooks::verify('body', Webhooks::sign('body', $secret), ['new', 'old']));
        }
        self::assertFalse(Webhooks::verify('body', Webhooks::sign('body', 'other'), ['new', 'old']));
    }

    public function testEverySecretIsComparedInConstantTimeWhicheverMatches(): void
    {
        Comparisons::$inConstantTime = 0;

        Webhooks::verify('body', Webhooks::sign('body', 'new'), ['new', 'old', 'older']);
        Webhooks::verify('body', Webhooks::sign('body', 'other'), ['new', 'old', 'older']);

        self::assertSame(6, Comparisons::$inConstantTime);
    }

    public function testASecretThatIsMissingIsAMistake(): void
    {
        foreach ([null, false, '', [], [''], ['a', ''], ['a', null]] as $secret) {
            $failure = Failure::of(
                static fn () => Webhooks::verify('', str_repeat('0', 64), $secret),
                WebhookException::class,
            );
            self::assertSame(WebhookFault::Configuration, $failure->reason);
        }
        Failure::of(static fn () => Webhooks::sign('', ''), WebhookException::class);
    }

    public function testOldEventsAreRefusedWhereAnAgeIsGiven(): void
    {
        ['body' => $body, 'signature' => $signature] = (array) FakeApi::signedReceipt('sms.delivered', self::SECRET, [
            'queuedAt' => '2026-06-23T10:30:00Z',
            'deliveredAt' => '2026-06-23T10:30:10.5Z',
        ]);
        $now = (new \DateTimeImmutable('2026-06-23T10:31:00Z'))->getTimestamp();
        $parse = static fn (?float $maxAge) => Webhooks::parse($body, $signature, self::SECRET, $maxAge, $now);

        self::assertInstanceOf(SmsDeliveredEvent::class, $parse(null));
        self::assertInstanceOf(SmsDeliveredEvent::class, $parse(49.5));
        self::assertSame(WebhookFault::Age, Failure::of(fn () => $parse(49.4), WebhookException::class)->reason);
        foreach ([0.0, -1.0, NAN] as $maxAge) {
            $failure = Failure::of(fn () => $parse($maxAge), WebhookException::class);
            self::assertSame(WebhookFault::Configuration, $failure->reason);
        }
    }

    public function testNothingButAWebhookExceptionIsEverThrown(): void
    {
        mt_srand(1);
        $bytes = static fn (): string => random_bytes(mt_rand(1, 80));
        $pieces = ['{', '}', '"event"', ':', '"sms.delivered"', '[', ']', 'null', '1e999', "\xff", ' ', ',', '"\ud800"'];
        $met = [];
        for ($time = 0; $time < 3000; ++$time) {
            $body = $time % 2 === 0 ? $bytes() : implode('', array_map(
                static fn () => $pieces[mt_rand(0, count($pieces) - 1)],
                range(0, mt_rand(1, 9)),
            ));
            $signature = [null, '', $bytes(), Webhooks::sign($body, self::SECRET)][mt_rand(0, 3)];
            try {
                Webhooks::parse($body, $signature, self::SECRET, mt_rand(0, 1) === 0 ? null : 1.0);
            } catch (WebhookException $failure) {
                $met[$failure->reason->value] = true;
            }
        }
        foreach (['{"event":1}', '{}', '[]', 'null', '"sms.delivered"', ''] as $body) {
            $failure = Failure::of(
                static fn () => Webhooks::parse($body, Webhooks::sign($body, self::SECRET), self::SECRET),
                WebhookException::class,
            );
            self::assertSame(WebhookFault::Body, $failure->reason);
        }
        self::assertArrayHasKey('signature', $met);
        self::assertArrayHasKey('body', $met);
    }
}

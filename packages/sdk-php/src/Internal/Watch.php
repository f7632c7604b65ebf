<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Model\MessageStatusResponse;

/**
 * Follows one message.
 *
 * @internal
 */
final readonly class Watch
{
    private const LONGEST_PAUSE = 30.0;

    /** A timeout of curl may come some milliseconds early. */
    private const PRECISION = 0.02;

    public function __construct(
        private Settings $settings,
        private string $messageId,
        private float $timeout,
        private float $interval,
    ) {
    }

    /** @return \Generator<int, MessageStatusResponse> */
    public function statuses(): \Generator
    {
        $until = Clock::seconds() + $this->timeout;
        $last = 'not read yet';
        $pause = 0.0;
        $waited = 0.0;
        while (true) {
            $nap = $pause * (0.75 + Retry::random() / 2);
            $waited += $nap;
            // A `sleep` that a test put in does not take its time, but its time counts.
            if ($waited >= $this->timeout || Clock::seconds() + $nap >= $until) {
                throw $this->timeIsUp($last);
            }
            if ($nap > 0) {
                ($this->settings->sleep)($nap);
            }
            $message = $this->read($until, $last);
            $status = $message->status instanceof \BackedEnum ? $message->status->value : $message->status;
            if ($status !== $last) {
                yield $message;
            }
            // A status that is newer than this SDK counts as one that may change.
            if (in_array($status, Catalogue::FINAL_STATUSES, true)) {
                return;
            }
            $last = $status;
            $pause = min($pause === 0.0 ? $this->interval : $pause * 1.5, self::LONGEST_PAUSE);
        }
    }

    private function read(float $until, string $last): MessageStatusResponse
    {
        try {
            $caller = new Caller($this->settings, $until);
            $answer = $caller->call(Operation::GetStatus, [], ['messageId' => $this->messageId]);
        } catch (SmsException $failure) {
            $timeIsUp = Clock::seconds() >= $until - self::PRECISION;
            throw $timeIsUp ? $this->timeIsUp($last, $failure) : $failure;
        }

        return new MessageStatusResponse($answer->raw, $answer->status, $answer->headers);
    }

    private function timeIsUp(string $last, ?SmsException $failure = null): TimeoutException
    {
        return new TimeoutException(
            "$this->messageId has no final status after $this->timeout s; the last one was: $last.",
            previous: $failure,
        );
    }
}

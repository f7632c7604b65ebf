<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\ConnectionException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Exception\TimeoutException;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Http\Request;
use GetClickMedia\Sms\Http\TransportException;

/**
 * Makes calls, and repeats those that can be repeated without harm.
 *
 * @internal
 */
final readonly class Caller
{
    /**
     * @param ?float $until When there is no more time for anything, on the clock of `Clock`.
     */
    public function __construct(private Settings $settings, private ?float $until = null)
    {
    }

    /**
     * @param array<string, mixed> $body
     * @param array<string, string> $ids
     * @throws SmsException
     */
    public function call(Operation $operation, #[\SensitiveParameter] array $body, array $ids): Answer
    {
        $message = new Message($operation, $body, $ids);
        $hint = '';
        $attempt = 0;
        while (true) {
            ++$attempt;
            try {
                return $this->attempt($message, $attempt, $hint);
            } catch (SmsException $failure) {
                $delay = Retry::delay($failure, $attempt, $this->settings);
                if ($delay === null || $delay >= $this->secondsLeft()) {
                    throw $failure;
                }
                $mayBeDone = !AnswerReader::refusesRetryably($failure->status, $failure->errorCode);
                if ($mayBeDone && $operation->method() === 'DELETE') {
                    $hint = ' An earlier attempt of this call may have done it already.';
                }
                $this->settings->log->retry($operation, $failure, $delay);
            }
            ($this->settings->sleep)($delay);
        }
    }

    /**
     * @throws SmsException that says whether a repetition can do harm.
     */
    private function attempt(#[\SensitiveParameter] Message $message, int $attempt, string $hint): Answer
    {
        $settings = $this->settings;
        $settings->log->request($message->operation, $attempt);
        $started = Clock::seconds();
        try {
            $response = $settings->transport->exchange(new Request(
                $message->operation->method(),
                $settings->baseUrl . $message->path,
                Headers::of($settings, $message->body !== null),
                $message->body,
                min($settings->timeout, $this->secondsLeft()),
            ));
        } catch (ConfigurationException $failure) {
            throw $failure;
        } catch (\Throwable $failure) {
            throw $this->failure($message, $failure);
        }
        $settings->log->response($message->operation, $response->status, Clock::seconds() - $started);

        return AnswerReader::read($message, $response, $settings->apiKey, $hint);
    }

    private function secondsLeft(): float
    {
        return $this->until === null ? INF : max($this->until - Clock::seconds(), 0.001);
    }

    /** What went wrong is told in words: it may have the request among its properties or in its trace. */
    private function failure(
        #[\SensitiveParameter] Message $message,
        #[\SensitiveParameter] \Throwable $cause,
    ): SmsException {
        $known = $cause instanceof TransportException ? $cause : null;
        $deliveryUnknown = $message->sends() && ($known === null || $known->left);
        $advice = $deliveryUnknown ? ' The message may have been accepted: do not send it again.' : '';
        $id = $message->operation->value;
        if ($known?->timedOut === true) {
            return new TimeoutException(
                "$id was not answered within its timeout.$advice",
                retryable: !$deliveryUnknown,
                deliveryUnknown: $deliveryUnknown,
            );
        }
        $reason = $message->redact($cause->getMessage(), $this->settings->apiKey);

        return new ConnectionException(
            $known === null
                ? "$id was ended by a " . get_debug_type($cause) . " of its HTTP client: $reason.$advice"
                : "$id lost its connection: $reason.$advice",
            // Code that is not an HTTP client's own has decided to end the call.
            retryable: $known !== null && !$deliveryUnknown,
            deliveryUnknown: $deliveryUnknown,
        );
    }
}

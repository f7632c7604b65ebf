<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Bulk\BulkCounts;
use GetClickMedia\Sms\Bulk\BulkOutcome;
use GetClickMedia\Sms\Bulk\BulkResult;
use GetClickMedia\Sms\Bulk\OutcomeStatus;
use GetClickMedia\Sms\Exception\Api\InvalidNumberException;
use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Model\BulkSendResponse;

/**
 * Sends to any number of recipients, in as many calls as that takes. After a call that fails no other is made, since
 * what made it fail would meet the others too.
 *
 * @internal
 */
final class BulkSender
{
    /** @var list<BulkOutcome> */
    private array $outcomes = [];
    private ?\Throwable $stoppedBy = null;

    /**
     * @param array<string, mixed> $body
     * @param ?\Closure(BulkCounts): mixed $onProgress
     * @throws ConfigurationException
     */
    public function __construct(
        private readonly Caller $caller,
        private readonly Operation $operation,
        #[\SensitiveParameter] private readonly array $body,
        private readonly ?\Closure $onProgress,
    ) {
        Body::write($operation->value, $body); // What cannot be written is no outcome of a call.
    }

    /** @param iterable<mixed> $recipients */
    public function send(#[\SensitiveParameter] iterable $recipients, int $most): BulkResult
    {
        $reader = new RecipientReader($recipients, $most);
        $unsent = [];
        try {
            foreach ($reader->chunks() as $chunk) {
                if ($this->stoppedBy !== null) {
                    $unsent[] = $chunk;
                } else {
                    $this->sendChunk($chunk);
                }
            }
        } catch (\Throwable $failure) {
            $this->stoppedBy ??= $failure; // The source failed.
        }
        $this->leaveOut([...array_merge(...$unsent), ...$reader->unfinished], new SmsException(
            'Not sent, since the bulk send had stopped.',
            retryable: true,
            previous: $this->stoppedBy,
        ));
        $this->leaveOut($reader->malformed, new InvalidNumberException('Not sent, since it is not a phone number.'));

        return new BulkResult($this->outcomes, $reader->ended, $this->stoppedBy);
    }

    /** @param list<string> $chunk */
    private function sendChunk(#[\SensitiveParameter] array $chunk): void
    {
        try {
            $answer = $this->caller->call($this->operation, ['recipients' => $chunk] + $this->body, []);
            $response = new BulkSendResponse($answer->raw, $answer->status, $answer->headers);
            $this->outcomes[] = self::answered($chunk, $response);
        } catch (\Throwable $failure) {
            $this->stoppedBy = $failure;
            // What is no exception of this SDK says nothing of what was accepted.
            $unknown = !$failure instanceof SmsException || $failure->deliveryUnknown;
            $status = $unknown ? OutcomeStatus::Unknown : OutcomeStatus::NotAccepted;
            $this->outcomes[] = new BulkOutcome($status, $chunk, error: $failure);
        }
        if ($this->onProgress !== null) {
            Log::observe(fn () => ($this->onProgress)(new BulkCounts($this->outcomes)));
        }
    }

    /** @param list<string> $recipients */
    private function leaveOut(#[\SensitiveParameter] array $recipients, SmsException $error): void
    {
        if ($recipients !== []) {
            $this->outcomes[] = new BulkOutcome(OutcomeStatus::NotAccepted, $recipients, error: $error);
        }
    }

    /** @param list<string> $recipients */
    private static function answered(
        #[\SensitiveParameter] array $recipients,
        BulkSendResponse $response,
    ): BulkOutcome {
        $all = count($recipients);
        $queued = Field::numberOrNull($response->raw, 'queued');
        $failed = Field::numberOrNull($response->raw, 'failed');
        $noneFailed = $failed === 0.0 || !isset($response->raw['failed']);
        $isWhole = !isset($response->raw['queued']) || ($queued !== null && $queued >= $all);
        if ($noneFailed && $isWhole) {
            return new BulkOutcome(OutcomeStatus::Accepted, $recipients, $response);
        }
        $taken = "The API took $response->queued of $response->total";
        if ($queued === 0.0 && $failed !== null && $failed >= $all) {
            $refusal = new SmsException("$taken.", status: $response->httpStatus);

            return new BulkOutcome(OutcomeStatus::NotAccepted, $recipients, error: $refusal);
        }

        return new BulkOutcome(OutcomeStatus::Unknown, $recipients, $response, new SmsException(
            "$taken and does not say which.",
            status: $response->httpStatus,
            deliveryUnknown: true,
        ));
    }
}

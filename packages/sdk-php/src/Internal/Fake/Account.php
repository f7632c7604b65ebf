<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal\Fake;

use GetClickMedia\Sms\Enum\MessageStatus;
use GetClickMedia\Sms\Generated\Catalogue;
use GetClickMedia\Sms\Generated\Examples;
use GetClickMedia\Sms\Generated\Operation;
use GetClickMedia\Sms\Http\Response;
use GetClickMedia\Sms\Segments;

/**
 * What the account of the fake API remembers: its credits, and what it has sent.
 *
 * @internal
 *
 * @phpstan-type Text array{message: string, unicode?: bool, scheduleAt?: string, ...}
 */
final class Account
{
    /** @var array<string, MessageOnItsWay> By their ids. */
    public array $messages = [];

    /** @var array<string, Batch> By their ids. */
    private array $batches = [];

    /** @var array<string, non-empty-list<MessageStatus>> What messages to a number become. */
    private array $statuses = [];

    private int $accepted = 0;

    public function __construct(private int $credits, private readonly string $plan)
    {
    }

    /**
     * Decides how messages to a number go on: those that are there, and those to come.
     *
     * @param non-empty-list<MessageStatus> $statuses
     */
    public function setStatuses(string $to, array $statuses): void
    {
        $this->statuses[$to] = $statuses;
        foreach ($this->messages as $message) {
            if ($message->to === $to) {
                $message->setStatuses($statuses);
            }
        }
    }

    /**
     * Answers a call that is valid in itself.
     *
     * @param array<array-key, string> $ids
     * @param array<array-key, mixed> $body
     */
    public function answer(Operation $operation, array $ids, array $body): Response
    {
        return match ($operation) {
            Operation::Send => $this->send($body),
            Operation::SendBulk => $this->sendBulk($body),
            Operation::GetStatus => $this->getStatus($ids['messageId']),
            Operation::GetBatch => $this->getBatch($ids['batchId']),
            Operation::CancelScheduled => $this->cancelScheduled($ids['batchId']),
            Operation::GetBalance => Answers::success(
                ['credits' => $this->credits, 'plan' => $this->plan] + Examples::ANSWERS['getBalance'],
            ),
        };
    }

    /** @param array<array-key, mixed> $body */
    private function send(array $body): Response
    {
        /** @var array{to: string, message: string, unicode?: bool, scheduleAt?: string, ...} $request */
        $request = $body;
        $credits = self::creditsOf($request);
        $refusal = $this->refusal(Operation::Send, $request, 1, $credits);
        if ($refusal !== null) {
            return $refusal;
        }
        $message = $this->accept($request['to'], $request, null, $credits);

        return Answers::success([
            'messageId' => $message->messageId,
            'to' => $message->to,
            'credits' => $credits,
            'queuedAt' => MessageOnItsWay::now(),
        ] + Examples::ANSWERS['send']);
    }

    /** @param array<array-key, mixed> $body */
    private function sendBulk(array $body): Response
    {
        /** @var non-empty-list<string> $recipients */
        $recipients = $body['recipients'];
        /** @var Text $request */
        $request = array_diff_key($body, ['recipients' => true]);
        $total = count($recipients);
        $credits = self::creditsOf($request);
        $refusal = $this->refusal(Operation::SendBulk, $request, $total, $total * $credits);
        if ($refusal !== null) {
            return $refusal;
        }
        $batchId = self::newId(Examples::ANSWERS['sendBulk']['batchId'], count($this->batches) + 1);
        $messages = array_map(
            fn (string $to): MessageOnItsWay => $this->accept($to, ['to' => $to] + $request, $batchId, $credits),
            $recipients,
        );
        $scheduleAt = $request['scheduleAt'] ?? null;
        $this->batches[$batchId] = new Batch($batchId, $messages, $scheduleAt, $total * $credits);

        return Answers::success([
            'batchId' => $batchId,
            'total' => $total,
            'queued' => $total,
            'failed' => 0,
            'scheduledAt' => $scheduleAt,
            'estimatedCredits' => $total * $credits,
        ]);
    }

    private function getStatus(string $messageId): Response
    {
        $message = $this->messages[$messageId] ?? null;

        return $message === null
            ? Answers::error(Operation::GetStatus, 'NOT_FOUND', "No message $messageId was sent.")
            : Answers::success($message->read());
    }

    private function getBatch(string $batchId): Response
    {
        $batch = $this->batches[$batchId] ?? null;

        return $batch === null
            ? Answers::error(Operation::GetBatch, 'NOT_FOUND', "No batch $batchId was sent.")
            : Answers::success($batch->read());
    }

    private function cancelScheduled(string $batchId): Response
    {
        $batch = $this->batches[$batchId] ?? null;
        if ($batch === null) {
            return Answers::error(Operation::CancelScheduled, 'NOT_FOUND', "No batch $batchId was sent.");
        }
        if (!$batch->cancel()) {
            return Answers::error(
                Operation::CancelScheduled,
                'NOT_CANCELLABLE',
                "The batch $batchId is not waiting for its time, and cannot be cancelled.",
            );
        }
        $this->credits += $batch->credits;
        foreach ($batch->messages as $message) {
            unset($this->messages[$message->messageId]);
        }

        return Answers::success(['batchId' => $batchId] + Examples::ANSWERS['cancelScheduled']);
    }

    /** @param Text $request */
    private function refusal(Operation $operation, array $request, int $recipients, int $cost): ?Response
    {
        $most = Catalogue::RECIPIENTS_PER_REQUEST[$this->plan];
        if ($recipients > $most) {
            return Answers::error(
                $operation,
                'INVALID_REQUEST',
                "The field recipients must have at most $most items on the plan $this->plan.",
            );
        }
        $scheduleAt = $request['scheduleAt'] ?? null;
        if ($scheduleAt !== null && MessageOnItsWay::isPast($scheduleAt)) {
            return Answers::error(
                $operation,
                'INVALID_REQUEST',
                'The field scheduleAt is in the past. Leave it out to send at once.',
            );
        }

        return $cost > $this->credits ? Answers::error($operation, 'INSUFFICIENT_CREDITS') : null;
    }

    /** @param array<array-key, mixed> $request */
    private function accept(string $to, array $request, ?string $batchId, int $credits): MessageOnItsWay
    {
        $messageId = self::newId(Examples::ANSWERS['send']['messageId'], ++$this->accepted);
        $message = new MessageOnItsWay($messageId, $batchId, $to, $request, $credits);
        $this->messages[$messageId] = $message;
        $this->credits -= $credits;
        if (isset($this->statuses[$to])) {
            $message->setStatuses($this->statuses[$to]);
        }

        return $message;
    }

    /** @param Text $request */
    private static function creditsOf(array $request): int
    {
        return Segments::count($request['message'], $request['unicode'] ?? false)->segments;
    }

    /** A number in the form of an example: after `gcm_batch_xyz789`, `gcm_batch_000001`. */
    private static function newId(string $example, int $number): string
    {
        $start = strrpos($example, '_') + 1;
        $digits = str_pad((string) $number, strlen($example) - $start, '0', STR_PAD_LEFT);

        return substr($example, 0, $start) . $digits;
    }
}

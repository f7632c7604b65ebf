<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Bulk;

use GetClickMedia\Sms\Model\BulkSendResponse;

/**
 * What became of the recipients of one call, or of those that were in none.
 */
final readonly class BulkOutcome
{
    /**
     * @param list<string> $recipients
     * @param ?BulkSendResponse $response The answer, where the API took them or some of them.
     * @param ?\Throwable $error Why they were not accepted, or why it is not known.
     */
    public function __construct(
        public OutcomeStatus $status,
        #[\SensitiveParameter] public array $recipients,
        public ?BulkSendResponse $response = null,
        public ?\Throwable $error = null,
    ) {
    }

    /** The batch, where the API took them or some of them. */
    public function batchId(): ?string
    {
        return $this->response?->batchId;
    }
}

<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Testing;

use GetClickMedia\Sms\Enum\MessageStatus;

/**
 * A message that the fake API accepted, as it was sent and as far as it has come.
 */
final readonly class SentMessage
{
    /**
     * @param ?string $batchId The bulk send that it belongs to; `null` for a single message.
     * @param int $credits What it costs.
     * @param array<array-key, mixed> $request All that the request had, under the API's names.
     */
    public function __construct(
        public string $messageId,
        public ?string $batchId,
        public string $to,
        public string $message,
        public MessageStatus $status,
        public int $credits,
        public array $request,
    ) {
    }
}

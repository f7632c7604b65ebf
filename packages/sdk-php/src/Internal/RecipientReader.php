<?php

declare(strict_types=1);

namespace GetClickMedia\Sms\Internal;

use GetClickMedia\Sms\Bulk\BulkResult;

/**
 * Reads recipients no faster than they are needed, in chunks, each number once.
 *
 * @internal
 */
final class RecipientReader
{
    /** @var list<string> What is no phone number. */
    public array $malformed = [];

    /** @var list<string> What is read and in no chunk. */
    public array $unfinished = [];

    /** Whether the source has no more. */
    public bool $ended = false;

    /** @param iterable<mixed> $recipients */
    public function __construct(
        #[\SensitiveParameter] private readonly iterable $recipients,
        private readonly int $size,
    ) {
    }

    /** @return \Generator<int, list<string>> */
    public function chunks(): \Generator
    {
        $seen = [];
        foreach ($this->recipients as $recipient) {
            // A database may give a number as one. What is no text at all is told by its type.
            $text = is_scalar($recipient) || $recipient instanceof \Stringable
                ? (string) $recipient
                : get_debug_type($recipient);
            if (isset($seen[$text])) {
                continue;
            }
            $seen[$text] = true;
            if (!BulkResult::isPhoneNumber($text)) {
                $this->malformed[] = $text;
                continue;
            }
            $this->unfinished[] = $text;
            if (count($this->unfinished) === $this->size) {
                yield $this->take();
            }
        }
        $this->ended = true;
        if ($this->unfinished !== []) {
            yield $this->take();
        }
    }

    /** @return list<string> */
    private function take(): array
    {
        $chunk = $this->unfinished;
        $this->unfinished = [];

        return $chunk;
    }
}

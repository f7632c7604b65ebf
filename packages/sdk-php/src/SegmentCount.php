<?php

declare(strict_types=1);

namespace GetClickMedia\Sms;

/**
 * How a text is sent, and what room it takes.
 */
final readonly class SegmentCount
{
    /**
     * @param string $encoding `GSM-7` holds Latin text; `UCS-2` holds every script, in less than half the room.
     * @param int $segments How many messages the text takes on the air. Each costs a credit.
     * @param int $units The length of the text: septets in GSM-7, where `^{}\[~]|€` count two, and 16-bit units in
     *     UCS-2.
     * @param int $unitsPerSegment How many units one segment holds.
     * @param int $unitsLeft How many units are free in the last segment.
     * @param string $text The text as it is sent: without `unicode`, typographic punctuation becomes plain.
     * @param list<string> $unsupported The characters, each once, that need `unicode: true`. While there are any, the
     *     other properties tell what the text costs with that flag.
     */
    public function __construct(
        public string $encoding,
        public int $segments,
        public int $units,
        public int $unitsPerSegment,
        public int $unitsLeft,
        #[\SensitiveParameter] public string $text,
        #[\SensitiveParameter] public array $unsupported,
    ) {
    }
}

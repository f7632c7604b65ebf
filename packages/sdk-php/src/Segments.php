<?php

declare(strict_types=1);

namespace GetClickMedia\Sms;

use GetClickMedia\Sms\Exception\ConfigurationException;
use GetClickMedia\Sms\Generated\SegmentTables;

/**
 * Says what a text costs before it is sent.
 */
final class Segments
{
    /**
     * Counts the segments that a text is sent in, and so its credits.
     *
     * Without `unicode` the gateway writes typographic punctuation plainly, so that `—` and `“` need no UCS-2. With
     * it the text is counted as UCS-2 exactly as it is. The rules are those of 3GPP TS 23.038 and 23.040: a segment
     * never ends inside an escape or a surrogate pair, but may end inside an emoji or a syllable of several
     * characters. The gateway's answer has the last word: it states the credits of each send.
     *
     * @param string $text The message, with the template's variables filled in.
     *
     * @throws ConfigurationException The text is not UTF-8.
     */
    public static function count(#[\SensitiveParameter] string $text, bool $unicode = false): SegmentCount
    {
        $folded = strtr($text, SegmentTables::PLAIN_FORMS);
        $unsupported = [];
        foreach ($unicode ? [] : self::charactersOf($folded) as $character) {
            if (!isset(SegmentTables::SEPTETS[$character])) {
                $unsupported[$character] = $character;
            }
        }
        $asUcs2 = $unicode || $unsupported !== [];
        $encoding = $asUcs2 ? 'UCS-2' : 'GSM-7';
        $sent = $asUcs2 ? $text : $folded;
        $lengths = array_map(
            $asUcs2
                // A character of four bytes in UTF-8 is a surrogate pair.
                ? static fn (string $character): int => strlen($character) > 3 ? 2 : 1
                : static fn (string $character): int => SegmentTables::SEPTETS[$character] ?? 1,
            self::charactersOf($sent),
        );
        $units = (int) array_sum($lengths);
        ['single' => $single, 'several' => $several] = SegmentTables::LIMITS[$encoding];
        $perSegment = $units > $single ? $several : $single;
        $segments = 1;
        $used = 0;
        foreach ($lengths as $length) {
            $used += $length;
            if ($used > $perSegment) {
                ++$segments;
                $used = $length;
            }
        }

        return new SegmentCount(
            $encoding,
            $segments,
            $units,
            $perSegment,
            $perSegment - $used,
            $sent,
            array_values($unsupported),
        );
    }

    /** @return list<string> */
    private static function charactersOf(#[\SensitiveParameter] string $text): array
    {
        $characters = preg_split('~~u', $text, -1, PREG_SPLIT_NO_EMPTY);
        if ($characters === false) {
            throw new ConfigurationException('The text is not UTF-8. Convert it before, as with mb_convert_encoding().');
        }

        return $characters;
    }
}

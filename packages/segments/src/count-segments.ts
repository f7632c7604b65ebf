import { foldPunctuation } from "./fold-punctuation.ts";
import { anyNotGsm7, extension, notGsm7 } from "./gsm-7.ts";
import { limits } from "./limits.ts";

/** How a text is sent, and what room it takes. */
export interface SegmentCount {
  /** GSM-7 holds Latin text; UCS-2 holds every script, in less than half the room. */
  encoding: "GSM-7" | "UCS-2";
  /** How many messages the text takes on the air. Each costs a credit. */
  segments: number;
  /** The length of the text: septets in GSM-7, where `^{}\[~]|€` count two, and 16-bit units in UCS-2. */
  units: number;
  /** How many units one segment holds: 160 or 70, and 153 or 67 where there are several. */
  unitsPerSegment: number;
  /** How many units are free in the last segment. */
  unitsLeft: number;
  /** The text as it is sent: without `unicode`, typographic punctuation becomes plain. */
  text: string;
  /**
   * The characters, each once, that need `unicode: true`. While there are any, the other fields tell what
   * the text costs with that flag.
   */
  unsupported: string[];
}

/**
 * Counts the segments that a text is sent in, and so its credits, before it is sent.
 *
 * Without `unicode` the gateway writes typographic punctuation plainly, so that `—` and `“` need no UCS-2.
 * With it the text is counted as UCS-2 exactly as it is. The rules are those of 3GPP TS 23.038 and 23.040:
 * a segment never ends inside an escape or a surrogate pair, but may end inside an emoji or a syllable of
 * several characters. The gateway's answer has the last word: it states the credits of each send.
 *
 * @param text The message, with the template's variables filled in.
 * @param options A send request will do: only its `unicode` is read.
 */
export function countSegments(
  text: string,
  { unicode = false }: { unicode?: boolean | undefined } = {},
): SegmentCount {
  const folded = foldPunctuation(text);
  const unsupported =
    unicode || !anyNotGsm7.test(folded) ? [] : [...new Set(folded.match(notGsm7))];
  const asUcs2 = unicode || unsupported.length > 0;
  const encoding = asUcs2 ? "UCS-2" : "GSM-7";
  const { single, several } = limits[encoding];
  // An escaped character of GSM-7 is two units that stay together, as a surrogate pair is in UCS-2: with
  // one in its place, one rule serves both.
  const sent = asUcs2 ? text : folded.replace(extension, "\u{10000}");
  const units = sent.length;
  const unitsPerSegment = units > single ? several : single;
  let segments = 1;
  let used = units;
  if (units > single) {
    used = 0;
    for (const character of sent) {
      used += character.length;
      if (used > unitsPerSegment) {
        segments += 1;
        used = character.length;
      }
    }
  }
  return {
    encoding,
    segments,
    units,
    unitsPerSegment,
    unitsLeft: unitsPerSegment - used,
    text: asUcs2 ? text : folded,
    unsupported,
  };
}

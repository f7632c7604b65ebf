import { foldPunctuation } from "./fold-punctuation.ts";
import { anyNotGsm7, extension } from "./gsm-7.ts";
import { limits } from "./limits.ts";

/** What counting segments rests on, as data: for a counter in another language. */
export interface SegmentTables {
  /** The characters of the GSM 7-bit default alphabet. */
  alphabet: string;
  /** The characters of its extension table, which take two septets. */
  extension: string;
  /** What is written in place of typographic punctuation; of some nothing remains. All are of 16 bits. */
  plainForms: Record<string, string>;
  limits: typeof limits;
}

/** Draws up the tables by trying every character of 16 bits. */
export function segmentTables(): SegmentTables {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const carried = characters.filter((character) => !anyNotGsm7.test(character));
  const isExtended = (character: string) => character.replace(extension, "") === "";
  return {
    alphabet: carried.filter((character) => !isExtended(character)).join(""),
    extension: carried.filter(isExtended).join(""),
    plainForms: Object.fromEntries(
      characters
        .map((character) => [character, foldPunctuation(character)] as const)
        .filter(([character, plain]) => character !== plain),
    ),
    limits,
  };
}

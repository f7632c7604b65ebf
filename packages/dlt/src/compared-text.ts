import { isSpace } from "./characters.ts";
import type { Matching } from "./rules.ts";

const space = 0x20;

/** A text in the form in which it is compared. Its positions are not those of the text that was given. */
export interface ComparedText {
  given: string;
  length: number;
  /** Spaces and punctuation in plain form: what the characters of variables are looked up in. */
  plain: string;
  /** The same in lower case: what static text is compared with. */
  folded: string;
  /** Where each character, and the end, is in the text that was given; without it, at the same position. */
  positions: readonly number[] | undefined;
}

export function comparedText(given: string, matching: Matching): ComparedText {
  if (matching === "lenient") return lenientText(given);
  return { given, length: given.length, plain: given, folded: given, positions: undefined };
}

/** Where a position of the compared text is in the text that was given. */
export function givenPosition({ positions }: ComparedText, at: number): number {
  return positions ? (positions[at] ?? at) : at;
}

/** What stands between two positions, as it was given. */
export function givenText(text: ComparedText, from: number, to: number): string {
  return text.given.slice(givenPosition(text, from), givenPosition(text, to));
}

/** Whether a space stands at a position. */
export function hasSpaceAt({ plain, length }: ComparedText, at: number): boolean {
  return at >= 0 && at < length && plain.charCodeAt(at) === space;
}

function lenientText(given: string): ComparedText {
  const positions: number[] = [];
  let plain = "";
  let folded = "";
  let spaceAt = -1;
  let end = 0;
  for (let at = 0; at < given.length; at++) {
    const unit = given.charCodeAt(at);
    if (isSpace(unit)) {
      if (spaceAt < 0) spaceAt = at;
      continue;
    }
    if (spaceAt >= 0 && plain !== "") {
      positions.push(spaceAt);
      plain += " ";
      folded += " ";
    }
    spaceAt = -1;
    const character = plainForm(unit);
    positions.push(at);
    plain += character;
    folded += lowerCase(character);
    end = at + 1;
  }
  positions.push(end);
  return { given, length: plain.length, plain, folded, positions };
}

function plainForm(unit: number): string {
  if (unit >= 0x2010 && unit <= 0x2015) return "-"; // hyphens and dashes
  if (unit === 0x2212) return "-"; // minus
  if ((unit >= 0x2018 && unit <= 0x201b) || unit === 0x2032) return "'";
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0x2033) return '"';
  return String.fromCharCode(unit);
}

/** One character at a time, so that positions stay: in Turkish one letter becomes two. */
function lowerCase(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

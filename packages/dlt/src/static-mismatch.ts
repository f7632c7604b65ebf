import { commonLengths } from "./common-lengths.ts";
import { type ComparedText, givenPosition } from "./compared-text.ts";
import type { Mismatch } from "./mismatch.ts";
import type { Pattern, StaticStep, VariableStep } from "./pattern.ts";
import { firstFrom, has, lastUpTo, type PositionSet } from "./position-set.ts";
import { quote } from "./quote.ts";
import { partEnd, textStart } from "./static-text.ts";
import { nameOf, valueMismatch } from "./value-mismatch.ts";

/**
 * Why a message has not the static text that its template has.
 * @param reached the positions that are reached in front of each part, up to the static one.
 */
export function staticMismatch(
  step: StaticStep,
  pattern: Pattern,
  reached: readonly PositionSet[],
  message: ComparedText,
): Mismatch {
  const variable = pattern[reached.length - 2];
  const [starts, ends] = reached.slice(-2);
  // Without a variable before it, it is the first part, which begins where the message does.
  if (variable?.kind !== "variable" || !starts || !ends) return differentBeginning(step, message);
  const first = firstFrom(starts, 0);
  const common = commonLengths(step.text.folded, message.folded, first, message.length);
  const search: Search = { step, message, variable, starts, ends, first, common };
  return misplacedText(search) ?? missingText(search);
}

/** Where static text is looked for, after a variable. */
interface Search {
  step: StaticStep;
  message: ComparedText;
  variable: VariableStep;
  /** Where the variable can begin, and where it can end. */
  starts: PositionSet;
  ends: PositionSet;
  /** How many characters of the text stand at each position from `first` on. */
  first: number;
  common: Int32Array;
}

function differentBeginning(step: StaticStep, message: ComparedText): Mismatch {
  const [common = 0] = commonLengths(step.text.folded, message.folded, 0, 0);
  if (common === message.length) return endsBefore(step, common, message);
  const at = givenPosition(message, common);
  const text = restOf(step, common);
  return textMismatch(
    at,
    text,
    `At position ${at} the template has ${quote(text)}; the message has something else.`,
  );
}

/** The text is there, but the variable before it cannot hold what stands before the text. */
function misplacedText({ step, message, variable, starts, ends, first, common }: Search) {
  for (let at = first; at <= message.length; at++) {
    if (has(ends, at)) continue;
    const start = textStart(step, message, at);
    if (start < 0 || common[start - first] !== step.text.length) continue;
    if (partEnd(step, message, start + step.text.length) < 0) continue;
    return valueMismatch(variable, message, lastUpTo(starts, at), at);
  }
  return undefined;
}

function missingText(search: Search): Mismatch {
  const { step, message, variable, starts, ends } = search;
  const { at, end, common } = nearestPlace(search);
  if (end === message.length) return endsBefore(step, common, message);
  const begin = givenPosition(message, lastUpTo(starts, at));
  const { text } = step.part;
  const missing = `After variable ${nameOf(variable.part)}, which begins at position ${begin}, the template has ${quote(text)}; the message does not.`;
  if (end === at) return textMismatch(givenPosition(message, lastUpTo(ends, at)), text, missing);
  const differs = givenPosition(message, end);
  const rest = restOf(step, common);
  return textMismatch(
    differs,
    rest,
    `${missing} It comes closest up to position ${differs}, where the template has ${quote(rest)}.`,
  );
}

interface Place {
  /** Where the part would begin, and up to where it is there. */
  at: number;
  end: number;
  /** How many characters of its text that are. */
  common: number;
}

/** The first of the places where most of a part stands; where none of it stands, the last place. */
function nearestPlace({ step, message, ends, first, common }: Search): Place {
  const last = lastUpTo(ends, ends.to);
  let nearest: Place = { at: last, end: last, common: 0 };
  for (let at = firstFrom(ends, 0); at <= last; at++) {
    const start = has(ends, at) ? textStart(step, message, at) : -1;
    if (start < 0) continue;
    const length = common[start - first] ?? 0;
    const end = start + length;
    if (end - at > nearest.end - nearest.at) nearest = { at, end, common: length };
  }
  return nearest;
}

function endsBefore(step: StaticStep, common: number, message: ComparedText): Mismatch {
  const at = givenPosition(message, message.length);
  const text = restOf(step, common);
  return textMismatch(at, text, `The message ends at position ${at}, before ${quote(text)}.`);
}

/** The static text of the template without its first characters. */
function restOf({ part, text }: StaticStep, common: number): string {
  return part.text.slice(givenPosition(text, common));
}

function textMismatch(at: number, text: string, message: string): Mismatch {
  return { matches: false, at, expected: { kind: "static", text }, message };
}

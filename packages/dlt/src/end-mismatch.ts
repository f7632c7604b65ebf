import { type ComparedText, givenPosition } from "./compared-text.ts";
import type { Mismatch } from "./mismatch.ts";
import type { Pattern, StaticStep } from "./pattern.ts";
import { lastUpTo, type PositionSet } from "./position-set.ts";
import { staticEnd } from "./static-text.ts";
import { valueMismatch } from "./value-mismatch.ts";

/**
 * Why a message goes on where its template ends.
 * @param reached the positions that are reached in front of each part, and at the end.
 */
export function endMismatch(
  pattern: Pattern,
  reached: readonly PositionSet[],
  message: ComparedText,
): Mismatch {
  return overfullVariable(pattern, reached, message) ?? goesOn(reached, message);
}

/** The message may well end as its template does, with a variable before that which holds too much. */
function overfullVariable(
  pattern: Pattern,
  reached: readonly PositionSet[],
  message: ComparedText,
): Mismatch | undefined {
  const last = pattern.at(-1);
  const isStatic = last?.kind === "static";
  const index = pattern.length - (isStatic ? 2 : 1);
  const variable = pattern[index];
  const starts = reached[index];
  if (variable?.kind !== "variable" || !starts) return undefined;
  const end = isStatic ? startAtEnd(last, message) : message.length;
  return end < 0 ? undefined : valueMismatch(variable, message, lastUpTo(starts, end), end);
}

/** Where a static part begins that ends with the message, or -1. */
function startAtEnd(step: StaticStep, message: ComparedText): number {
  const first = Math.max(0, message.length - step.maxLength);
  for (let at = first; at <= message.length - step.minLength; at++) {
    if (staticEnd(step, message, at) === message.length) return at;
  }
  return -1;
}

function goesOn(reached: readonly PositionSet[], message: ComparedText): Mismatch {
  const ends = reached.at(-1);
  const at = givenPosition(message, ends ? lastUpTo(ends, message.length) : 0);
  return {
    matches: false,
    at,
    expected: { kind: "end" },
    message: `The message goes on at position ${at}, where the template ends.`,
  };
}

import { commonLengths } from "./common-lengths.ts";
import { type ComparedText, givenPosition } from "./compared-text.ts";
import type { Mismatch } from "./mismatch.ts";
import type { Pattern, Step, VariableStep } from "./pattern.ts";
import { lastUpTo, type PositionSet } from "./position-set.ts";
import { characterMismatch, lengthMismatch, nameOf } from "./value-mismatch.ts";

/**
 * Why a message has not what a variable needs at least.
 * @param reached the positions that are reached in front of each part, up to the variable.
 */
export function variableMismatch(
  step: VariableStep,
  pattern: Pattern,
  reached: readonly PositionSet[],
  message: ComparedText,
): Mismatch {
  const starts = reached.at(-1);
  const start = starts ? lastUpTo(starts, starts.to) : 0;
  const needed = Math.min(start + step.minLength, message.length);
  const length = lengthUpToNext(pattern[reached.length], message, start, needed);
  if (length >= 0) return lengthMismatch(step, message, start, length) ?? endsBefore(step, message);
  if (start === message.length) return endsBefore(step, message);
  return (
    characterMismatch(step, message, start, needed) ??
    lengthMismatch(step, message, start, needed - start) ??
    endsBefore(step, message)
  );
}

/** How long the value is if the next part, a static one, begins too early; -1 if it does not. */
function lengthUpToNext(
  next: Step | undefined,
  message: ComparedText,
  start: number,
  needed: number,
): number {
  if (next?.kind !== "static") return -1;
  const { folded, length } = next.text;
  return commonLengths(folded, message.folded, start, needed - 1).indexOf(length);
}

function endsBefore({ part }: VariableStep, message: ComparedText): Mismatch {
  const at = givenPosition(message, message.length);
  const { tag, number } = part;
  return {
    matches: false,
    at,
    expected: { kind: "variable", tag, number },
    message: `The message ends at position ${at}, before variable ${nameOf(part)}.`,
  };
}

import { allows } from "./characters.ts";
import { commonLengths } from "./common-lengths.ts";
import type { ComparedText } from "./compared-text.ts";
import type { Pattern, StaticStep, VariableStep } from "./pattern.ts";
import { add, emptySet, firstFrom, has, type PositionSet, singleton } from "./position-set.ts";
import { partEnd, textStart } from "./static-text.ts";

/**
 * How far a message can be followed: for each part, and the end, the positions that are reached in front of
 * it in any way. It stops after the first part that nothing gets past, so that the last set is the last one
 * with a position in it.
 */
export function reach(pattern: Pattern, message: ComparedText): PositionSet[] {
  let reached = singleton(0);
  const sets = [reached];
  for (const step of pattern) {
    reached =
      step.kind === "static"
        ? afterStatic(reached, step, message)
        : afterVariable(reached, step, message);
    if (firstFrom(reached, 0) < 0) break;
    sets.push(reached);
  }
  return sets;
}

function afterStatic(reached: PositionSet, step: StaticStep, message: ComparedText): PositionSet {
  const { folded, length } = step.text;
  const { from, to } = reached;
  const common = commonLengths(folded, message.folded, from, to + 1);
  const set = emptySet(from + step.minLength, Math.min(to + step.maxLength, message.length));
  for (let at = from; at <= to; at++) {
    if (!has(reached, at)) continue;
    const start = textStart(step, message, at);
    if (start < 0 || common[start - from] !== length) continue;
    const end = partEnd(step, message, start + length);
    if (end >= 0) add(set, end);
  }
  return set;
}

function afterVariable(
  reached: PositionSet,
  { characters, minLength, maxLength }: VariableStep,
  message: ComparedText,
): PositionSet {
  const set = emptySet(reached.from + minLength, Math.min(reached.to + maxLength, message.length));
  let nearestStart = -1;
  let startOfRun = reached.from;
  for (let at = reached.from; at <= set.to; at++) {
    if (at > reached.from && !allows(characters, message.plain.charCodeAt(at - 1))) startOfRun = at;
    if (has(reached, at - minLength)) nearestStart = at - minLength;
    if (at >= set.from && nearestStart >= Math.max(at - maxLength, startOfRun)) add(set, at);
  }
  return set;
}

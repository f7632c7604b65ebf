import { allows } from "./characters.ts";
import { commonLengths } from "./common-lengths.ts";
import type { ComparedText } from "./compared-text.ts";
import type { Pattern, StaticStep, Step, VariableStep } from "./pattern.ts";
import { add, emptySet, firstFrom, has, type PositionSet, singleton } from "./position-set.ts";
import { partEnd, textStart } from "./static-text.ts";

/**
 * The way through a message that finds a match if there is one. Instead of trying one length of a variable
 * after the other, it goes from the last part to the first and notes all positions from which the rest of
 * the template matches the rest of the message. That takes one pass over the message for each part, and
 * less where the lengths of the parts leave few positions.
 * @returns where each part ends, with every variable as short as it can be, the first one first.
 */
export function completeMatch(pattern: Pattern, message: ComparedText): number[] | undefined {
  const starts = startsOfParts(pattern, message);
  return starts && endsOfParts(pattern, message, starts);
}

/** For each part and the end: the positions from which the rest matches. Undefined if there is no room. */
function startsOfParts(pattern: Pattern, message: ComparedText): PositionSet[] | undefined {
  let following = singleton(message.length);
  const backwards = [following];
  for (const { step, from, to } of windowsOfParts(pattern, message.length).reverse()) {
    if (from > to) return undefined;
    const set = emptySet(from, to);
    if (step.kind === "static") addStaticStarts(set, step, message, following);
    else addVariableStarts(set, step, message, following);
    backwards.push(set);
    following = set;
  }
  return backwards.reverse();
}

/** Where each part can begin, so that the others find room before and after it. */
function windowsOfParts(
  pattern: Pattern,
  length: number,
): { step: Step; from: number; to: number }[] {
  let least = 0;
  let most = 0;
  const windows = pattern.map((step) => {
    const window = { step, from: least, to: most };
    least += step.minLength;
    most += step.maxLength;
    return window;
  });
  return windows.map(({ step, from, to }) => ({
    step,
    from: Math.max(from, length - (most - to)),
    to: Math.min(to, length - (least - from)),
  }));
}

function addStaticStarts(
  set: PositionSet,
  step: StaticStep,
  message: ComparedText,
  following: PositionSet,
): void {
  const { folded, length } = step.text;
  const common = commonLengths(folded, message.folded, set.from, set.to + 1);
  for (let at = set.from; at <= set.to; at++) {
    const start = textStart(step, message, at);
    if (start < 0 || common[start - set.from] !== length) continue;
    if (has(following, partEnd(step, message, start + length))) add(set, at);
  }
}

function addVariableStarts(
  set: PositionSet,
  { characters, minLength, maxLength }: VariableStep,
  message: ComparedText,
  following: PositionSet,
): void {
  let nearestEnd = Number.POSITIVE_INFINITY;
  let endOfRun = following.to;
  for (let at = following.to; at >= set.from; at--) {
    if (at < following.to && !allows(characters, message.plain.charCodeAt(at))) endOfRun = at;
    if (has(following, at + minLength)) nearestEnd = at + minLength;
    if (at <= set.to && nearestEnd <= Math.min(at + maxLength, endOfRun)) add(set, at);
  }
}

function endsOfParts(
  pattern: Pattern,
  message: ComparedText,
  starts: readonly PositionSet[],
): number[] | undefined {
  if (!starts[0] || !has(starts[0], 0)) return undefined;
  let at = 0;
  return pattern.map((step, index) => {
    const following = starts[index + 1];
    if (step.kind === "static") {
      at = partEnd(step, message, textStart(step, message, at) + step.text.length);
    } else if (following) {
      // What lies in between is of the variable's characters, or nothing further on could be reached.
      at = firstFrom(following, at + step.minLength);
    }
    return at;
  });
}

import { type ComparedText, hasSpaceAt } from "./compared-text.ts";
import type { StaticStep } from "./pattern.ts";

/** Where the text of a static part must begin if the part begins at a position; -1 if a space lacks. */
export function textStart({ spaceBefore }: StaticStep, message: ComparedText, at: number): number {
  return spaceBefore ? afterSpace(message, at) : at;
}

/** Where a static part ends whose text ends at a position; -1 if a space lacks. */
export function partEnd({ spaceAfter }: StaticStep, message: ComparedText, at: number): number {
  return spaceAfter ? afterSpace(message, at) : at;
}

/** How many characters of the static text stand at a position of the message. */
export function commonLength({ text }: StaticStep, message: ComparedText, at: number): number {
  const most = Math.min(text.length, message.length - at);
  let length = 0;
  while (
    length < most &&
    text.folded.charCodeAt(length) === message.folded.charCodeAt(at + length)
  ) {
    length++;
  }
  return length;
}

/** Runs of whitespace are one space by now, so there is never a choice between two ends. */
function afterSpace(message: ComparedText, at: number): number {
  if (hasSpaceAt(message, at)) return at + 1;
  const isIgnored = at === 0 || at === message.length || hasSpaceAt(message, at - 1);
  return isIgnored ? at : -1;
}

/** Where a static part ends that begins at a position; -1 if it does not stand there. */
export function staticEnd(step: StaticStep, message: ComparedText, at: number): number {
  const start = textStart(step, message, at);
  const isThere = start >= 0 && commonLength(step, message, start) === step.text.length;
  return isThere ? partEnd(step, message, start + step.text.length) : -1;
}

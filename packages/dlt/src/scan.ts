import { allows } from "./characters.ts";
import type { ComparedText } from "./compared-text.ts";
import type { Pattern, StaticStep, VariableStep } from "./pattern.ts";
import { commonLength, partEnd, textStart } from "./static-text.ts";

/**
 * The quick way through a message: each variable goes to the first place where the static text after it
 * stands. Nearly every message that matches is matched so.
 * @returns where each part ends, with every variable as short as it can be, the first one first; or
 * undefined, which says nothing: there may be another way.
 */
export function scan(pattern: Pattern, message: ComparedText): number[] | undefined {
  const ends: number[] = [];
  // Comparing again what was compared in vain is what makes such a search slow. It gets as much of that
  // as the message is long; then it is left to the way that never does.
  const wasted = { left: message.length };
  let at = 0;
  for (const [index, step] of pattern.entries()) {
    if (step.kind === "variable") {
      const next = pattern[index + 1];
      if (next?.kind === "variable") return undefined;
      const end = next ? findNext(step, next, message, at, wasted) : message.length;
      if (end < 0 || (!next && !holds(step, message, at, end))) return undefined;
      ends.push(end);
      at = end;
    } else {
      const start = textStart(step, message, at);
      if (start < 0 || commonLength(step, message, start) < step.text.length) return undefined;
      at = partEnd(step, message, start + step.text.length);
      if (at < 0) return undefined;
      ends.push(at);
    }
  }
  return at === message.length ? ends : undefined;
}

/** The first place from a position on where a variable can end and the next static part stands, or -1. */
function findNext(
  variable: VariableStep,
  next: StaticStep,
  message: ComparedText,
  from: number,
  wasted: { left: number },
): number {
  const last = Math.min(message.length, from + variable.maxLength);
  for (let at = from; at <= last; at++) {
    const start = at - from >= variable.minLength ? textStart(next, message, at) : -1;
    if (start >= 0) {
      const common = commonLength(next, message, start);
      if (common === next.text.length && partEnd(next, message, start + common) >= 0) return at;
      wasted.left -= common;
      if (wasted.left < 0) return -1;
    }
    if (!allows(variable.characters, message.plain.charCodeAt(at))) return -1;
  }
  return -1;
}

function holds(variable: VariableStep, message: ComparedText, from: number, to: number): boolean {
  const length = to - from;
  if (length < variable.minLength || length > variable.maxLength) return false;
  for (let at = from; at < to; at++) {
    if (!allows(variable.characters, message.plain.charCodeAt(at))) return false;
  }
  return true;
}

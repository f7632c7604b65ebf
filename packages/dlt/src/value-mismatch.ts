import { allows } from "./characters.ts";
import { type ComparedText, givenPosition } from "./compared-text.ts";
import type { Mismatch } from "./mismatch.ts";
import type { VariableStep } from "./pattern.ts";
import type { VariablePart } from "./template.ts";

/** What keeps a variable from holding what stands between two positions of a message, if anything does. */
export function valueMismatch(
  variable: VariableStep,
  message: ComparedText,
  from: number,
  to: number,
): Mismatch | undefined {
  return (
    characterMismatch(variable, message, from, to) ??
    lengthMismatch(variable, message, from, to - from)
  );
}

export function characterMismatch(
  { characters, part }: VariableStep,
  message: ComparedText,
  from: number,
  to: number,
): Mismatch | undefined {
  for (let index = from; index < to; index++) {
    if (allows(characters, message.plain.charCodeAt(index))) continue;
    const at = givenPosition(message, index);
    const problem = `holds a character that it may not, at position ${at}`;
    return refused(part, at, `${problem}. It takes ${part.rule.description}.`);
  }
  return undefined;
}

export function lengthMismatch(
  { part, minLength, maxLength }: VariableStep,
  message: ComparedText,
  from: number,
  length: number,
): Mismatch | undefined {
  if (length >= minLength && length <= maxLength) return undefined;
  const start = givenPosition(message, from);
  const at = givenPosition(message, from + Math.min(length, maxLength));
  if (length === 0) {
    return refused(part, at, `is empty, at position ${start}. It takes ${part.rule.description}.`);
  }
  const bound = length > maxLength ? `${maxLength} are allowed` : `it needs ${minLength}`;
  const has = `has ${length} character${length === 1 ? "" : "s"} from position ${start} on`;
  return refused(part, at, `${has}; ${bound}.`);
}

function refused(part: VariablePart, at: number, sentence: string): Mismatch {
  const { tag, number } = part;
  return {
    matches: false,
    at,
    expected: { kind: "variable", tag, number },
    message: `Variable ${nameOf(part)} ${sentence}`,
  };
}

/** As `2 ({#numeric#})`. */
export function nameOf({ tag, number }: VariablePart): string {
  return `${number} ({#${tag}#})`;
}

import type { ComparedText } from "./compared-text.ts";
import { endMismatch } from "./end-mismatch.ts";
import type { Pattern } from "./pattern.ts";
import { reach } from "./reach.ts";
import { staticMismatch } from "./static-mismatch.ts";
import { variableMismatch } from "./variable-mismatch.ts";

/** What the template has where the message differs. */
export type Expected =
  | { kind: "static"; text: string }
  | { kind: "variable"; tag: string; number: number }
  | { kind: "end" };

export interface Mismatch {
  matches: false;
  /** How far the message could be followed: where it differs, counted from 0. */
  at: number;
  expected: Expected;
  /** Which part does not match. It quotes the template, and tells of the message only where and how long. */
  message: string;
}

/**
 * Why a message does not match: the first part of the template that no way of filling the variables gets
 * past, and what is the likeliest reason there. Positions are those of the message as it was given.
 */
export function mismatch(pattern: Pattern, message: ComparedText): Mismatch {
  const reached = reach(pattern, message);
  const step = pattern[reached.length - 1];
  if (!step) return endMismatch(pattern, reached, message);
  return step.kind === "static"
    ? staticMismatch(step, pattern, reached, message)
    : variableMismatch(step, pattern, reached, message);
}

import type { Characters } from "./characters.ts";

/** What DLT asks of messages from a date on. A configuration is a list of these, in any order. */
export interface DltRules {
  /** The first day on which they hold, in India, as `2025-11-18`. */
  from: string;
  matching: Matching;
  /** The variables that a template may have, by the tag between `{#` and `#}`. */
  variables: Record<string, VariableRule>;
  /** The hours in which promotional messages go out; without them, all day. */
  promotionalHours?: PromotionalHours;
}

/**
 * How a text is compared with its template.
 *
 * - `strict`: the static text is equal character by character, and no variable is empty.
 * - `lenient`: a run of whitespace counts as one space, and none at the beginning and end; the case of
 *   static text does not matter; dashes and quotes are compared in their plain form; a variable may be
 *   empty, whatever its `minLength`. Operators' scrubbing differs, and some of it ignores spaces and
 *   punctuation altogether: what passes here passes there.
 */
export type Matching = "strict" | "lenient";

export interface VariableRule {
  /** What it holds, to go on from "It takes": "digits". */
  description: string;
  characters: Characters;
  /** In characters, which are UTF-16 code units, as SMS counts them. At least 1. */
  minLength: number;
  maxLength: number;
}

/** Times of the day in India, as `10:00`: `from` is the first minute inside, `to` the first outside. */
export interface PromotionalHours {
  from: string;
  /** Earlier than `from`, it is on the next day. */
  to: string;
}

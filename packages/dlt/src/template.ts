import type { Pattern } from "./pattern.ts";
import type { Matching, VariableRule } from "./rules.ts";

/** A compiled template. Compile it once: matching takes it as often as needed. */
export interface Template {
  text: string;
  parts: readonly Part[];
  /** What is compared with a message, for each way of comparing. */
  patterns: Readonly<Record<Matching, Pattern>>;
}

export type Part = StaticPart | VariablePart;

export interface StaticPart {
  kind: "static";
  text: string;
  /** Where it begins in the template, counted from 0. */
  position: number;
}

export interface VariablePart {
  kind: "variable";
  /** What stands between `{#` and `#}`. */
  tag: string;
  /** The first variable is 1. */
  number: number;
  position: number;
  rule: VariableRule;
}

import { type Characters, isSpace } from "./characters.ts";
import { type ComparedText, comparedText } from "./compared-text.ts";
import type { Matching } from "./rules.ts";
import type { Part, StaticPart, VariablePart } from "./template.ts";

/** The parts of a template in the form in which they are compared with a message. */
export type Pattern = readonly Step[];

export type Step = StaticStep | VariableStep;

export interface StaticStep {
  kind: "static";
  part: StaticPart;
  /** The static text, in lenient matching without the spaces around it. */
  text: ComparedText;
  /**
   * Whether a space comes before and after the text. Only lenient matching asks for it apart, because
   * there it is one with a space beside it: a variable's, the next static text's where the variable
   * between them is empty, or those at the ends of the message, which are ignored.
   */
  spaceBefore: boolean;
  spaceAfter: boolean;
  /** How many characters of a message it covers. */
  minLength: number;
  maxLength: number;
}

export interface VariableStep {
  kind: "variable";
  part: VariablePart;
  characters: Characters;
  minLength: number;
  maxLength: number;
}

export function createPattern(parts: readonly Part[], matching: Matching): Pattern {
  return parts.map((part) =>
    part.kind === "static" ? staticStep(part, matching) : variableStep(part, matching),
  );
}

function staticStep(part: StaticPart, matching: Matching): StaticStep {
  const text = comparedText(part.text, matching);
  const apart = matching === "lenient";
  const spaceBefore = apart && isSpace(part.text.charCodeAt(0));
  // Nothing but spaces is one space.
  const spaceAfter =
    apart && text.length > 0 && isSpace(part.text.charCodeAt(part.text.length - 1));
  const maxLength = text.length + Number(spaceBefore) + Number(spaceAfter);
  return { kind: "static", part, text, spaceBefore, spaceAfter, minLength: text.length, maxLength };
}

function variableStep(part: VariablePart, matching: Matching): VariableStep {
  const { characters, minLength, maxLength } = part.rule;
  const least = matching === "strict" ? Math.max(1, minLength) : 0;
  return { kind: "variable", part, characters, minLength: least, maxLength };
}

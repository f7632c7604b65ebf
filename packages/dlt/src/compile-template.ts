import { createPattern } from "./pattern.ts";
import { visible } from "./quote.ts";
import type { DltRules } from "./rules.ts";
import type { Part, Template } from "./template.ts";

export type CompiledTemplate =
  | { valid: true; template: Template }
  | {
      valid: false;
      problem: "empty" | "unclosed-variable" | "unknown-tag";
      /** Where in the template, counted from 0. */
      at: number;
      /** What is wrong, where, and what to do. */
      message: string;
    };

/**
 * Reads the text of a DLT template, as `Your OTP is {#numeric#}. - GCMDIA`, into its static parts and its
 * variables. Variables may follow each other directly, which is how DLT takes longer values.
 */
export function compileTemplate(
  text: string,
  { variables }: Pick<DltRules, "variables">,
): CompiledTemplate {
  if (text.trim() === "") return emptyTemplate;
  const parts: Part[] = [];
  let read = 0;
  let number = 0;
  for (;;) {
    const open = text.indexOf("{#", read);
    const end = open < 0 ? text.length : open;
    if (end > read) parts.push({ kind: "static", text: text.slice(read, end), position: read });
    if (open < 0) break;
    const close = text.indexOf("#}", open + 2);
    const nextOpen = text.indexOf("{#", open + 2);
    if (close < 0 || (nextOpen >= 0 && nextOpen < close)) return unclosedVariable(open);
    const tag = text.slice(open + 2, close);
    const rule = Object.hasOwn(variables, tag) ? variables[tag] : undefined;
    if (!rule) return unknownTag(tag, open, Object.keys(variables));
    parts.push({ kind: "variable", tag, number: ++number, position: open, rule });
    read = close + 2;
  }
  const patterns = {
    strict: createPattern(parts, "strict"),
    lenient: createPattern(parts, "lenient"),
  };
  return { valid: true, template: { text, parts, patterns } };
}

const emptyTemplate: CompiledTemplate = {
  valid: false,
  problem: "empty",
  at: 0,
  message: "The template is empty. Give the text that is registered on DLT.",
};

function unclosedVariable(at: number): CompiledTemplate {
  const message = `The template opens a variable at position ${at} with {# and does not close it. Close it with #}.`;
  return { valid: false, problem: "unclosed-variable", at, message };
}

function unknownTag(tag: string, at: number, known: string[]): CompiledTemplate {
  const choice = known.map((each) => `{#${each}#}`).join(", ");
  const message = `The template has the unknown tag {#${visible(tag)}#} at position ${at}. Use one of ${choice}.`;
  return { valid: false, problem: "unknown-tag", at, message };
}

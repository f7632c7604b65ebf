import type { Random } from "@getclickmedia/sms-random";
import { compileTemplate } from "../src/compile-template.ts";
import type { DltRules } from "../src/rules.ts";
import type { Template } from "../src/template.ts";

/** Variables so short that every way of filling them can be tried. */
const smallVariables: DltRules["variables"] = {
  any: { description: "any text", characters: "any", minLength: 1, maxLength: 3 },
  some: { description: "any text", characters: "any", minLength: 2, maxLength: 2 },
  letters: {
    description: "letters and spaces",
    characters: { classes: ["letters", "spaces"] },
    minLength: 1,
    maxLength: 2,
  },
  digits: {
    description: "digits",
    characters: { classes: ["digits"] },
    minLength: 1,
    maxLength: 3,
  },
  signs: {
    description: "dashes and digits",
    characters: { classes: ["digits"], others: "-" },
    minLength: 1,
    maxLength: 2,
  },
};

/** A template of a few short parts, with variables that follow each other now and then. */
export function randomTemplate(random: Random, alphabet: readonly string[], most = 6): Template {
  for (;;) {
    const parts = Array.from({ length: random.between(1, most) }, () =>
      random.between(0, 1) === 0
        ? random.text(alphabet, 1, 3)
        : `{#${random.pick(Object.keys(smallVariables))}#}`,
    );
    const compiled = compileTemplate(parts.join(""), { variables: smallVariables });
    // Nothing but spaces is no template.
    if (compiled.valid) return compiled.template;
  }
}

/** The template filled in with whatever, or a text that is close to it, or one that is not. */
export function randomText(
  random: Random,
  template: Template,
  alphabet: readonly string[],
): string {
  const kind = random.between(0, 3);
  if (kind === 0) return random.text(alphabet, 0, 12);
  const filled = template.parts
    .map((part) => (part.kind === "static" ? part.text : random.text(alphabet, 0, 3)))
    .join("");
  if (kind < 3) return filled;
  const at = random.between(0, filled.length);
  return (
    filled.slice(0, at) + random.text(alphabet, 0, 2) + filled.slice(at + random.between(0, 2))
  );
}

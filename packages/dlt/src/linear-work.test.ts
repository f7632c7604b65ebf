import { expect, test } from "vitest";
import { compileTemplate } from "./compile-template.ts";
import { matchTemplate } from "./match-template.ts";
import type { DltRules, Matching } from "./rules.ts";
import type { Template } from "./template.ts";

// Reads are counted, not time: all that looks at a text does so through charCodeAt.

const longestMessage = 39_015;

const rule = { description: "any text", characters: "any", minLength: 1 } as const;
const variables: DltRules["variables"] = {
  var: { ...rule, maxLength: 30 },
  wide: { ...rule, maxLength: longestMessage },
  letters: { ...rule, characters: { classes: ["letters"] }, maxLength: longestMessage },
};

function compile(text: string): Template {
  const compiled = compileTemplate(text, { variables });
  if (!compiled.valid) throw new Error(compiled.message);
  return compiled.template;
}

function countReads(template: Template, text: string, matching: Matching): number {
  const { charCodeAt } = String.prototype;
  let reads = 0;
  String.prototype.charCodeAt = function (index) {
    reads++;
    return charCodeAt.call(this, index);
  };
  try {
    matchTemplate(template, text, { matching });
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  return reads;
}

const cases: [name: string, template: string, repeated: string][] = [
  ["a match that the quick way finds", `${"{#letters#}a".repeat(20)}{#wide#}`, "a"],
  ["a match that the quick way does not find", "{#wide#}a".repeat(20), "a"],
  ["variables that are full too soon", "{#var#}a".repeat(200), "a"],
  ["many more variables than DLT allows", "{#var#}a".repeat(500), "a"],
  ["a last character that is not there", `${"{#wide#}a".repeat(20)}b`, "a"],
  ["long static text that nearly stands everywhere", `{#wide#}${"a".repeat(1_000)}b`, "a"],
  ["the same again and again", `{#wide#}${"ab".repeat(400)}b`.repeat(4), "ab"],
  ["static text that nearly stands at the beginning", `${"a".repeat(1_000)}b{#wide#}`, "a"],
  ["variables in a row", "{#wide#}".repeat(20), "a"],
  ["letters that end with the first digit", "{#letters#}1{#letters#}1{#letters#}", "a"],
  ["spaces", "{#wide#} a{#wide#} ".repeat(10), " a"],
  ["nothing but spaces", "{#wide#} {#wide#}", " "],
];

test.each(cases)("the work is parts times length at most: %s", (_, text, repeated) => {
  const template = compile(text);
  const message = repeated.repeat(Math.floor(longestMessage / repeated.length));
  for (const matching of ["strict", "lenient"] as const) {
    const reads = countReads(template, message, matching);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(12 * template.parts.length * message.length);
  }
});

test.each(cases)("twice the message is twice the work at most: %s", (_, text, repeated) => {
  const template = compile(text);
  const whole = Math.floor(longestMessage / repeated.length / 2) * 2;
  for (const matching of ["strict", "lenient"] as const) {
    const half = countReads(template, repeated.repeat(whole / 2), matching);
    // The work for the template alone, which does not grow, may be missing from the double.
    expect(countReads(template, repeated.repeat(whole), matching)).toBeLessThan(2.2 * half);
  }
});

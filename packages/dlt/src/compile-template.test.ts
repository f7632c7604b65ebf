import { expect, test } from "vitest";
import { compileTemplate } from "./compile-template.ts";
import { defaultRules } from "./default-rules.ts";

const [untagged, tagged] = defaultRules;

test("a template is read into its static parts and its variables", () => {
  const compiled = compileTemplate("Dear {#alphanumeric#}{#var#}, {curly} # {#numeric#}", tagged);
  const parts = compiled.valid ? compiled.template.parts : [];
  expect(parts).toEqual([
    { kind: "static", text: "Dear ", position: 0 },
    {
      kind: "variable",
      tag: "alphanumeric",
      number: 1,
      position: 5,
      rule: tagged.variables.alphanumeric,
    },
    { kind: "variable", tag: "var", number: 2, position: 21, rule: tagged.variables.var },
    { kind: "static", text: ", {curly} # ", position: 28 },
    { kind: "variable", tag: "numeric", number: 3, position: 40, rule: tagged.variables.numeric },
  ]);
});

test.each([
  ["", "empty", 0, "The template is empty. Give the text that is registered on DLT."],
  [" \n", "empty", 0, "The template is empty. Give the text that is registered on DLT."],
  [
    "Hi {#var",
    "unclosed-variable",
    3,
    "The template opens a variable at position 3 with {# and does not close it. Close it with #}.",
  ],
  [
    "Hi {#var, {#var#}",
    "unclosed-variable",
    3,
    "The template opens a variable at position 3 with {# and does not close it. Close it with #}.",
  ],
  [
    "Hi {#}",
    "unclosed-variable",
    3,
    "The template opens a variable at position 3 with {# and does not close it. Close it with #}.",
  ],
  [
    "Hi {#var#}, {#numeric#}",
    "unknown-tag",
    12,
    "The template has the unknown tag {#numeric#} at position 12. Use one of {#var#}.",
  ],
  [
    "Hi {#Var#}",
    "unknown-tag",
    3,
    "The template has the unknown tag {#Var#} at position 3. Use one of {#var#}.",
  ],
  [
    "Hi {##}",
    "unknown-tag",
    3,
    "The template has the unknown tag {##} at position 3. Use one of {#var#}.",
  ],
  [
    "Hi {#constructor#}",
    "unknown-tag",
    3,
    "The template has the unknown tag {#constructor#} at position 3. Use one of {#var#}.",
  ],
  [
    `{#\u0007${"x".repeat(99)}#}`,
    "unknown-tag",
    0,
    `The template has the unknown tag {#\\u{7}${"x".repeat(39)}…#} at position 0. Use one of {#var#}.`,
  ],
])("%j is refused", (text, problem, at, message) => {
  expect(compileTemplate(text, untagged)).toEqual({ valid: false, problem, at, message });
});

test("which tags there are is up to the rules", () => {
  const rule = { description: "digits", characters: "any", minLength: 1, maxLength: 2 } as const;
  expect(compileTemplate("{#mine#}", { variables: { mine: rule } }).valid).toBe(true);
  expect(compileTemplate("{#var#}", { variables: { mine: rule } }).valid).toBe(false);
});

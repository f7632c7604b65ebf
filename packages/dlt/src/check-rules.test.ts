import { expect, test } from "vitest";
import { checkRules } from "./check-rules.ts";
import { defaultRules } from "./default-rules.ts";

const variable = { description: "any text", characters: "any", minLength: 1, maxLength: 30 };
const set = { from: "2026-01-01", matching: "strict", variables: { var: variable } };

function problems(value: unknown): string[] {
  const checked = checkRules(value);
  return checked.valid ? [] : checked.problems.map(({ path, message }) => `${path}: ${message}`);
}

test("the default rules are right, and stay so as JSON", () => {
  const rules = JSON.parse(JSON.stringify(defaultRules));
  expect(checkRules(rules)).toEqual({ valid: true, rules: defaultRules });
});

test("hours may be given", () => {
  expect(problems([{ ...set, promotionalHours: { from: "10:00", to: "21:00" } }])).toEqual([]);
});

test.each<[unknown, string]>([
  [undefined, ": Give a list with the rules for each date from which some hold."],
  [{}, ": Give a list with the rules for each date from which some hold."],
  [[], ": Give a list with the rules for each date from which some hold."],
  [["x"], "[0]: Give an object with from, matching, variables, promotionalHours."],
  [
    [{ ...set, matchng: "strict" }],
    "[0].matchng: Take it out: there is only from, matching, variables, promotionalHours.",
  ],
  [[set, { ...set }], "[1].from: Give another date: [0] has the same."],
  [[{ ...set, from: "1.1.2026" }], '[0].from: Give a date, as "2025-11-18".'],
  [[{ ...set, from: "2026-02-30" }], '[0].from: Give a date, as "2025-11-18".'],
  [[{ ...set, from: "2026-01" }], '[0].from: Give a date, as "2025-11-18".'],
  [[{ ...set, matching: "exact" }], '[0].matching: Give one of "strict", "lenient".'],
  [
    [{ ...set, variables: {} }],
    "[0].variables: Give an object with a rule for each tag, as var or numeric.",
  ],
  [
    [{ ...set, variables: { "{#var#}": variable } }],
    "[0].variables.{#var#}: Name the tag with letters and digits only.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, description: "" } } }],
    "[0].variables.var.description: Give a text.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, minLength: 0 } } }],
    "[0].variables.var.minLength: Give a whole number from 1 on.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, maxLength: "30" } } }],
    "[0].variables.var.maxLength: Give a whole number from 1 on.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, minLength: 31 } } }],
    "[0].variables.var.maxLength: Give a number that is not below minLength.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, characters: "all" } } }],
    '[0].variables.var.characters: Give "any", or an object with classes and others.',
  ],
  [
    [{ ...set, variables: { var: { ...variable, characters: { classes: [] } } } }],
    "[0].variables.var.characters: Name a class, or list characters in others: it allows none.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, characters: { classes: "digits" } } } }],
    "[0].variables.var.characters.classes: Give a list of letters, latin-letters, digits, spaces.",
  ],
  [
    [{ ...set, variables: { var: { ...variable, characters: { classes: ["digit"] } } } }],
    '[0].variables.var.characters.classes[0]: Give one of "letters", "latin-letters", "digits", "spaces".',
  ],
  [
    [{ ...set, promotionalHours: { from: "10:00", to: "24:00" } }],
    '[0].promotionalHours.to: Give a time of the day in India, as "10:00".',
  ],
  [
    [{ ...set, promotionalHours: { from: "10:00", to: "10:00" } }],
    "[0].promotionalHours: Give two different times, or take it out to allow the whole day.",
  ],
])("%j", (value, problem) => {
  expect(problems(value)).toEqual([problem]);
});

test("everything that is wrong is told at once", () => {
  expect(problems([{ matching: 1, variables: { var: { characters: "any" } } }])).toEqual([
    "[0].from: Add it: it is missing.",
    '[0].matching: Give one of "strict", "lenient".',
    "[0].variables.var.description: Add it: it is missing.",
    "[0].variables.var.minLength: Add it: it is missing.",
    "[0].variables.var.maxLength: Add it: it is missing.",
  ]);
});

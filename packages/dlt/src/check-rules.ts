import { characterClasses } from "./characters.ts";
import {
  type Check,
  fields,
  isObject,
  join,
  oneOf,
  type RulesProblem,
  unless,
} from "./check-value.ts";
import { parseTime, startOfDay } from "./india-time.ts";
import type { DltRules } from "./rules.ts";

export type CheckedRules =
  | { valid: true; rules: DltRules[] }
  | { valid: false; problems: RulesProblem[] };

/** Checks a configuration that was read from JSON, all of it, so that it can be put right at once. */
export function checkRules(value: unknown): CheckedRules {
  const problems = checkList(value, "");
  if (problems.length > 0) return { valid: false, problems };
  return { valid: true, rules: value as DltRules[] };
}

const checkText = unless((value) => typeof value === "string" && value !== "", "Give a text.");

const checkLength = unless(
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  "Give a whole number from 1 on.",
);

const checkClasses: Check = (value, path) =>
  Array.isArray(value)
    ? value.flatMap((each, index) => oneOf(characterClasses)(each, `${path}[${index}]`))
    : [{ path, message: `Give a list of ${characterClasses.join(", ")}.` }];

const checkCharacterSet = fields({ classes: checkClasses, "others?": checkText });

const checkCharacters: Check = (value, path) => {
  if (value === "any") return [];
  if (!isObject(value)) {
    return [{ path, message: 'Give "any", or an object with classes and others.' }];
  }
  const { classes, others } = value;
  if (Array.isArray(classes) && classes.length === 0 && others === undefined) {
    return [{ path, message: "Name a class, or list characters in others: it allows none." }];
  }
  return checkCharacterSet(value, path);
};

const checkVariableFields = fields({
  description: checkText,
  characters: checkCharacters,
  minLength: checkLength,
  maxLength: checkLength,
});

const checkVariable: Check = (value, path) => {
  const problems = checkVariableFields(value, path);
  if (problems.length > 0 || !isObject(value)) return problems;
  if (Number(value.minLength) <= Number(value.maxLength)) return [];
  return [{ path: join(path, "maxLength"), message: "Give a number that is not below minLength." }];
};

const checkVariables: Check = (value, path) => {
  if (!isObject(value) || Object.keys(value).length === 0) {
    return [{ path, message: "Give an object with a rule for each tag, as var or numeric." }];
  }
  return Object.entries(value).flatMap(([tag, rule]) => [
    ...(/^[A-Za-z0-9]+$/.test(tag)
      ? []
      : [{ path: join(path, tag), message: "Name the tag with letters and digits only." }]),
    ...checkVariable(rule, join(path, tag)),
  ]);
};

const checkTime = unless(
  (value) => typeof value === "string" && !Number.isNaN(parseTime(value)),
  'Give a time of the day in India, as "10:00".',
);

const checkHoursFields = fields({ from: checkTime, to: checkTime });

const checkHours: Check = (value, path) => {
  const problems = checkHoursFields(value, path);
  if (problems.length > 0 || !isObject(value) || value.from !== value.to) return problems;
  return [{ path, message: "Give two different times, or take it out to allow the whole day." }];
};

const checkSet = fields({
  from: unless(
    (value) => typeof value === "string" && !Number.isNaN(startOfDay(value)),
    'Give a date, as "2025-11-18".',
  ),
  matching: oneOf(["strict", "lenient"]),
  variables: checkVariables,
  "promotionalHours?": checkHours,
});

const checkList: Check = (value, path) => {
  if (!Array.isArray(value) || value.length === 0) {
    return [{ path, message: "Give a list with the rules for each date from which some hold." }];
  }
  const dates = value.map((each) => (isObject(each) ? each.from : undefined));
  return value.flatMap((each, index) => [
    ...checkSet(each, `[${index}]`),
    ...checkDate(dates, index),
  ]);
};

/** Of two sets with one date, neither is the newest. */
function checkDate(dates: readonly unknown[], index: number): RulesProblem[] {
  const first = dates.indexOf(dates[index]);
  if (dates[index] === undefined || first === index) return [];
  return [{ path: `[${index}].from`, message: `Give another date: [${first}] has the same.` }];
}

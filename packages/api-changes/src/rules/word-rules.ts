import { isDeepStrictEqual } from "node:util";
import type { Direction, Rating } from "../change.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { code, plain } from "../markdown.ts";
import type { Place } from "../places.ts";

/** A difference within an extension or an example. */
export interface Difference {
  /** The keys that lead to it from the word. */
  keys: string[];
  rule: string;
  rating: Rating;
  what: string;
  todo: string;
  /** Which way it travels, when that is another than of the schema that the word stands in. */
  directions?: Direction[];
}

type WordRule = (base: Json | undefined, head: Json | undefined, place: Place) => Difference[];

/**
 * What each word of our own means to a program that uses the API. CONTRIBUTING.md says what each is.
 * One that does not stand here counts as major, so that nobody forgets it.
 */
const wordRules: Record<string, WordRule> = {
  "x-extensible-enum": openList,
  "x-gcm-key-prefixes": keyPrefixes,
  "x-gcm-error-code": errorCode,
  "x-gcm-max-body-bytes": largestBody,
  // Where a fact is from, how examples come about, and what people read.
  "x-gcm-origin": patch("mark", "The mark of an extension changed."),
  "x-gcm-reason": patch("mark", "The reason of an extension changed."),
  "x-gcm-volatile": patch("mark", "Whether an example's value is always the same changed."),
  "x-gcm-states": patch("state", "The states of the examples changed."),
  "x-gcm-default-state": patch("state", "The state of the examples changed."),
  "x-gcm-state": patch("state", "The state of an example changed."),
  "x-gcm-when": patch("state", "What gets the example of an error changed."),
  "x-gcm-templates": patch("state", "The templates of the examples changed."),
  "x-gcm-example-secret": patch("example", "The secret of an example changed."),
  "x-enumDescriptions": patch("wording", "The description of a value changed."),
  "x-codeSamples": patch("example", "Code samples changed."),
  example: patch("example", "An example changed."),
  examples: patch("example", "Examples changed."),
};

/** The words that have a rule. */
export const knownWords: ReadonlySet<string> = new Set(Object.keys(wordRules));

/** How the value of a word differs, the order of keys apart. */
export function differencesOf(
  word: string,
  base: Json | undefined,
  head: Json | undefined,
  place: Place,
): Difference[] {
  if (isDeepStrictEqual(base, head)) return [];
  const rule = wordRules[word];
  if (rule) return rule(base, head, place);
  return [
    {
      keys: [],
      rule: "unknown-word",
      rating: "major",
      what: `\`${word}\` changed, and nothing says what it means to a program.`,
      todo: "Maintainers: give the word a rule in packages/api-changes/src/rules/word-rules.ts.",
    },
  ];
}

function patch(rule: string, what: string): WordRule {
  return () => [{ keys: [], rule, rating: "patch", what, todo: "Nothing." }];
}

const nothing = "Nothing, unless you want to make use of it.";

// What readers must be ready for is added; what they know is never taken away. See "Readers must survive growth".
function openList(base: Json | undefined, head: Json | undefined, place: Place): Difference[] {
  const [before, after] = [asObject(base), asObject(head)];
  const closed = isObject(place.value) && Array.isArray(place.value.enum) ? place.value.enum : [];
  const noun = nounOf(place);
  const inside = noun.charAt(0).toLowerCase() + noun.slice(1);
  const added = Object.keys(after).filter((value) => !Object.hasOwn(before, value));
  const removed = Object.keys(before).filter(
    (value) => !Object.hasOwn(after, value) && !closed.includes(value),
  );
  const kept = Object.keys(before).filter((value) => Object.hasOwn(after, value));
  return [
    ...removed.map(
      (value): Difference => ({
        keys: [value],
        rule: "open-list-value-removed",
        rating: "major",
        what: `${noun} \`${value}\` was removed.`,
        todo: "Take out what waits for it, and see what comes in its place.",
      }),
    ),
    ...added.map(
      (value): Difference => ({
        keys: [value],
        rule: "open-list-value-added",
        rating: "minor",
        what: `${noun} \`${value}\` was added.`,
        todo: "Nothing, if your program is ready for values that it does not know.",
      }),
    ),
    ...kept.flatMap((value) =>
      entry(`${inside} \`${value}\``, value, asObject(before[value]), asObject(after[value])),
    ),
  ];
}

function entry(name: string, value: string, base: JsonObject, head: JsonObject): Difference[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].flatMap((field) => {
    const [from, to] = [base[field], head[field]];
    if (isDeepStrictEqual(from, to)) return [];
    const verdict = (entryRules[field] ?? unknownEntry)(from, to);
    const what =
      verdict.rating === "patch"
        ? `\`${field}\` of ${name} is in other words.`
        : `\`${field}\` of ${name} changed from ${code(from)} to ${code(to)}.`;
    return [{ keys: [value, field], rule: `entry-${field}`, what, ...verdict }];
  });
}

type EntryRule = (
  from: Json | undefined,
  to: Json | undefined,
) => Pick<Difference, "rating" | "todo" | "directions">;

/** What the catalogue says of a value, and what it means to a program that it says something else. */
const entryRules: Record<string, EntryRule> = {
  status: () => ({ rating: "major", todo: "Decide by the new HTTP status." }),
  transportStatuses: (from, to) =>
    list(from).every((status) => list(to).includes(status))
      ? {
          rating: "minor",
          todo: "Nothing, if your program decides by the code or the class of the status.",
        }
      : { rating: "major", todo: "Decide by the statuses that are left." },
  retryable: (_, to) =>
    to === true
      ? { rating: "minor", todo: nothing }
      : { rating: "major", todo: "Do not repeat a call that is answered with it." },
  final: () => ({ rating: "major", todo: "Check when your program stops waiting." }),
  requestsPerSecond: limit("Keep to the new rate."),
  recipientsPerRequest: limit("Put fewer recipients into a request."),
  requestsPerSecondIsMinimum: (_, to) => ({
    ...(to === true
      ? { rating: "minor", todo: nothing }
      : { rating: "major", todo: "Do not count on more than this rate." }),
    directions: ["request"],
  }),
  description: () => ({ rating: "patch", todo: "Nothing." }),
  action: () => ({ rating: "patch", todo: "Nothing." }),
  "x-gcm-origin": () => ({ rating: "patch", todo: "Nothing." }),
  "x-gcm-reason": () => ({ rating: "patch", todo: "Nothing." }),
};

function unknownEntry(): ReturnType<EntryRule> {
  return {
    rating: "major",
    todo: "Maintainers: give the field a rule in packages/api-changes/src/rules/word-rules.ts.",
  };
}

const unstated = "Do not count on more than the limit that was stated.";

// A limit that is no longer stated may be any, so that only a larger one is a gift.
function limit(todo: string): EntryRule {
  return (from, to) => ({
    ...(typeof from === "number" && typeof to === "number" && to > from
      ? { rating: "minor", todo: nothing }
      : { rating: "major", todo: typeof to === "number" ? todo : unstated }),
    directions: ["request"],
  });
}

function keyPrefixes(base: Json | undefined, head: Json | undefined): Difference[] {
  const [before, after] = [asObject(base), asObject(head)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(
    (prefix): Difference[] => {
      const [then, now] = [before[prefix], after[prefix]];
      const at = { keys: [prefix], rule: "key-prefix" };
      if (now === undefined) {
        return [
          {
            ...at,
            rating: "major",
            what: `Keys that begin with \`${prefix}\` are no longer taken.`,
            todo: "Create new keys.",
          },
        ];
      }
      if (then === undefined) {
        return [
          { ...at, rating: "minor", what: `Keys may begin with \`${prefix}\`.`, todo: nothing },
        ];
      }
      const [from, to] = [asObject(then).environment, asObject(now).environment];
      if (from !== to) {
        return [
          {
            ...at,
            rating: "major",
            what: `The environment of keys that begin with \`${prefix}\` changed from ${code(from)} to ${code(to)}.`,
            todo: "Check which keys your programs and tests use.",
          },
        ];
      }
      const other = !isDeepStrictEqual(then, now);
      return other
        ? [
            {
              ...at,
              rating: "patch",
              what: `What is said of keys that begin with \`${prefix}\` is in other words.`,
              todo: "Nothing.",
            },
          ]
        : [];
    },
  );
}

function errorCode(base: Json | undefined, head: Json | undefined, place: Place): Difference[] {
  return [
    {
      keys: [],
      rule: "error-code-of-value",
      rating: "major",
      what: `A wrong value of \`${nameOf(place.pointer)}\` is answered with ${code(head)} and not ${code(base)}.`,
      todo: "Handle the new code as you handle the old one.",
      directions: ["response"],
    },
  ];
}

function largestBody(base: Json | undefined, head: Json | undefined): Difference[] {
  const wider =
    typeof base === "number" && (head === undefined || (typeof head === "number" && head > base));
  return [
    {
      keys: [],
      rule: "largest-body",
      rating: wider ? "minor" : "major",
      what: `The largest body changed from ${code(base)} to ${code(head)} bytes.`,
      todo: wider ? nothing : "Send less at once.",
      directions: ["request"],
    },
  ];
}

function nounOf({ value, pointer }: Place): string {
  return isObject(value) && typeof value.title === "string" ? plain(value.title) : nameOf(pointer);
}

function nameOf(pointer: string): string {
  return pointer.split("/").at(-1) ?? pointer;
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

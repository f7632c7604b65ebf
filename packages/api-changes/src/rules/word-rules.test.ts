import { expect, test } from "vitest";
import { bundle } from "../../test/fixtures/pairs.ts";
import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import { differencesOf, knownWords } from "./word-rules.ts";

const place = {
  path: "",
  pointer: "/components/schemas/Plan",
  value: { title: "Plan" },
  names: false,
  operation: undefined,
  directions: [],
};

test("every word of our own in the document has a rule", () => {
  const words = new Set<string>();
  collect(bundle, false, words);
  expect(words.size).toBeGreaterThan(10);
  expect([...words].filter((word) => !knownWords.has(word))).toEqual([]);
});

test("every field of a catalogue has a rule", () => {
  const fields = new Set<string>();
  for (const list of lists(bundle)) {
    for (const entry of Object.values(isObject(list) ? list : {}))
      for (const field of Object.keys(isObject(entry) ? entry : {})) fields.add(field);
  }
  expect(fields.size).toBeGreaterThan(5);
  for (const field of fields) {
    const found = differencesOf(
      "x-extensible-enum",
      { A: { [field]: 1 } },
      { A: { [field]: 2 } },
      place,
    );
    expect(found.map(({ todo }) => todo).join()).not.toContain("Maintainers");
  }
});

test("a word and a field without a rule count as major, and say where to give them one", () => {
  const found = [
    ...differencesOf("x-new-word", 1, 2, place),
    ...differencesOf("x-extensible-enum", { A: { fee: 1 } }, { A: { fee: 2 } }, place),
  ];
  expect(found.map(({ rating, what }) => [rating, what])).toEqual([
    ["major", "`x-new-word` changed, and nothing says what it means to a program."],
    ["major", "`fee` of plan `A` changed from `1` to `2`."],
  ]);
  for (const { todo } of found) expect(todo).toContain("src/rules/word-rules.ts");
});

test.each([
  ["requestsPerSecond", 10, 20, "minor"],
  ["requestsPerSecond", 10, 5, "major"],
  ["recipientsPerRequest", 10, undefined, "major"],
  ["recipientsPerRequest", 10, null, "major"],
  ["recipientsPerRequest", 10, "20", "major"],
  ["recipientsPerRequest", undefined, 10, "major"],
  ["requestsPerSecondIsMinimum", undefined, true, "minor"],
  ["requestsPerSecondIsMinimum", true, false, "major"],
  ["retryable", false, true, "minor"],
  ["retryable", true, false, "major"],
  ["transportStatuses", [413], [413, 414], "minor"],
  ["transportStatuses", [413, 414], [413], "major"],
] as const)("%s from %s to %s is %s", (field, from, to, rating) => {
  const entry = (value: unknown) => ({ A: value === undefined ? {} : { [field]: value as Json } });
  const found = differencesOf("x-extensible-enum", entry(from), entry(to), place);
  expect(found.map((difference) => difference.rating)).toEqual([rating]);
});

test("a value that moves from the open list into a closed one is still there", () => {
  const closed = { ...place, value: { enum: ["A"] } };
  expect(differencesOf("x-extensible-enum", { A: {}, B: {} }, undefined, closed)).toMatchObject([
    { keys: ["B"], rating: "major" },
  ]);
});

test("a larger body is a gift, a smaller one or a first bound is not", () => {
  const rating = (from?: number, to?: number) =>
    differencesOf("x-gcm-max-body-bytes", from, to, place).map((each) => each.rating);
  expect([rating(1, 2), rating(2, 1), rating(undefined, 1), rating(1, undefined)]).toEqual([
    ["minor"],
    ["major"],
    ["major"],
    ["minor"],
  ]);
});

function collect(value: Json, names: boolean, words: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, false, words);
  if (!isObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const word = !names && key.startsWith("x-");
    if (word) words.add(key);
    else if (!["example", "examples"].includes(key)) {
      collect(child, !names && ["properties", "headers"].includes(key), words);
    }
  }
}

function lists(value: Json): Json[] {
  if (Array.isArray(value)) return value.flatMap(lists);
  if (!isObject(value)) return [];
  const own = value["x-extensible-enum"];
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(lists)];
}

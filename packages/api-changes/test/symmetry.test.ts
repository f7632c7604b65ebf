import { expect, test } from "vitest";
import { highest } from "../src/change.ts";
import { compare, comparePairs } from "../src/compare.ts";
import { type OpenApiDocument, resolve } from "../src/document.ts";
import { isObject, type Json, type JsonObject } from "../src/json.ts";
import { fixtures } from "./fixtures/index.ts";
import { bundle, pairOf } from "./fixtures/pairs.ts";

test("a document differs in nothing from itself", () => {
  expect(compare(bundle, structuredClone(bundle))).toEqual([]);
});

test("it differs in nothing from itself in another order and with every reference written out", () => {
  const head = inlined(bundle, bundle) as OpenApiDocument;
  expect(JSON.stringify(head).length).toBeGreaterThan(JSON.stringify(bundle).length);
  expect(
    comparePairs([
      { base: bundle, head },
      { base: head, head: bundle },
    ]),
  ).toEqual([[], []]);
});

test("what adds something takes it away when it is read backwards", () => {
  // Not all of what is minor: a mark such as `deprecated` breaks nobody when it goes either.
  const names = [
    "new optional field",
    "closed list gets a value",
    "new field",
    "open list gets a status",
    "status of an error added",
    "new header of an answer",
    "new event",
    "second scheme to choose from",
    "path added",
    "server added",
    "error code added",
    "plan allows more recipients",
  ];
  const chosen = Object.values(fixtures)
    .flat()
    .filter(({ name, rating }) => names.includes(name) && rating === "minor");
  const pairs = chosen.map(pairOf).map(({ base, head }) => ({ base: head, head: base }));
  const backwards = comparePairs(pairs).map((changes, index) => [
    chosen[index]?.name,
    highest(changes),
  ]);
  expect(backwards).toEqual(chosen.map(({ name }) => [name, "major"]));
  expect(chosen.length).toBe(names.length);
});

/** The same with the keys of objects in reverse, and what references lead to in their place. */
function inlined(value: Json, document: Json): Json {
  if (Array.isArray(value)) return value.map((each) => inlined(each, document));
  if (!isObject(value)) return value;
  // What has a description beside the reference stays: it would lose one of its two descriptions.
  const whole = Object.keys(value).join() === "$ref" ? found(value, document) : value;
  return Object.fromEntries(
    Object.entries(whole)
      .toReversed()
      .map(([key, child]) => [key, inlined(child, document)]),
  );
}

function found(reference: Json, document: Json): JsonObject {
  const { value } = resolve(document, reference, "");
  return isObject(value) ? value : {};
}

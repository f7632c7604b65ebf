import { expect, test } from "vitest";
import { dependenciesFirst } from "./dependencies-first.ts";

const order = (needs: Record<string, string[]>) =>
  dependenciesFirst(Object.entries(needs).map(([name, its]) => ({ name, needs: its }))).map(
    ({ name }) => name,
  );

test.each<[string, Record<string, string[]>, string[]]>([
  ["nothing", {}, []],
  ["packages that need nothing", { b: [], a: [] }, ["b", "a"]],
  ["a chain", { a: ["b"], b: ["c", "yaml"], c: [] }, ["c", "b", "a"]],
  ["one that two need", { a: ["c"], b: ["c"], c: [] }, ["c", "a", "b"]],
  ["two that need each other", { a: ["b"], b: ["a"] }, ["b", "a"]],
])("the order of %s", (_, needs, expected) => {
  expect(order(needs)).toEqual(expected);
});

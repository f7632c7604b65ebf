import { expect, test } from "vitest";
import { isWholeSchema, keywordsOf } from "./schema-path.ts";

const answer = "#/paths/~1a/get/responses/200";

test("a schema is whole where nothing follows it", () => {
  expect(isWholeSchema(`${answer}/headers/schema/schema`)).toBe(true);
  expect(isWholeSchema(`${answer}/headers/schema`)).toBe(false);
  expect(isWholeSchema(`${answer}/content/a~1b/schema/properties/schema`)).toBe(false);
  expect(isWholeSchema("")).toBe(false);
});

test("names of fields are no keywords", () => {
  const schema = `${answer}/content/a~1b/schema`;
  expect(keywordsOf(`${schema}/properties/not/items/not`)).toEqual(["properties", "items", "not"]);
  expect(keywordsOf(`${schema}/properties/properties/if`)).toEqual(["properties", "if"]);
  expect(keywordsOf(`${answer}/headers/not`)).toEqual([]);
});

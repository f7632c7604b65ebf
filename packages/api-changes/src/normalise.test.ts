import { expect, test } from "vitest";
import { bundle } from "../test/fixtures/pairs.ts";
import type { Json, JsonObject } from "./json.ts";
import { normalise } from "./normalise.ts";

const document = (parts: JsonObject) => ({
  openapi: "3.1.1",
  info: { title: "An API", version: "1.0.0" },
  ...parts,
});

function schema(value: Json): Json {
  const { components } = normalise(document({ components: { schemas: { A: value } } }));
  return (components as { schemas: { A: Json } }).schemas.A;
}

test("what is normalised is not normalised any further", () => {
  const once = normalise(bundle);
  expect(normalise(once)).toEqual(once);
});

test("a keyword that allows everything is left out, and a field of that name is not", () => {
  const fields = { minItems: { type: "string" }, deprecated: { type: "string" } };
  expect(schema({ minItems: 0, uniqueItems: false, required: [], properties: fields })).toEqual({
    properties: fields,
  });
  expect(schema({ minItems: 1, uniqueItems: true })).toEqual({ minItems: 1, uniqueItems: true });
});

test("an example stays as it is, whatever it holds", () => {
  const value = { minItems: 0, deprecated: false, type: ["a"] };
  expect(schema({ example: value, default: value, enum: [value], "x-a": value })).toEqual({
    example: value,
    default: value,
    enum: [value],
    "x-a": value,
  });
});

test("a reference within allOf stays there where something else binds, too", () => {
  const allOf = [{ $ref: "#/components/schemas/A" }];
  expect(schema({ allOf, description: "A." })).toEqual({ ...allOf[0], description: "A." });
  for (const more of [{ maxLength: 1 }, { enum: ["a"] }, { nullable: true }]) {
    expect(schema({ allOf, ...more })).toEqual({ allOf, ...more });
  }
});

test("a call has the parameters of its path, but for those that it has itself", () => {
  const [a, b, own] = ["a", "b", "a"].map((name) => ({ name, in: "query", schema: {} }));
  const item = { parameters: [a, b], get: { parameters: [own] } } as JsonObject;
  expect(normalise(document({ paths: { "/a/{x}": item } })).paths).toMatchObject({
    "/a/{x}": { get: { parameters: [own, { $ref: "#/paths/~1a~1{x}/parameters/1" }] } },
  });
});

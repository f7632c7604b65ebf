import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { type Schema, strictSchema } from "./strict-schema.ts";

const accepts = (schema: Schema, value: unknown) =>
  new Ajv2020({ allowUnionTypes: true }).validate(strictSchema(schema), value);

test("a value that an open list does not have is refused", () => {
  const schema = { type: "string", "x-extensible-enum": { queued: {}, sent: {} } };
  expect(accepts(schema, "sent")).toBe(true);
  expect(accepts(schema, "lost")).toBe(false);
});

test("an open list may be written without meanings", () => {
  expect(accepts({ type: "string", "x-extensible-enum": ["a"] }, "b")).toBe(false);
});

test("an open list that may be null may still be null", () => {
  const schema = { type: ["string", "null"], "x-extensible-enum": { a: {} } };
  expect(accepts(schema, null)).toBe(true);
  expect(accepts(schema, "b")).toBe(false);
});

test("undeclared properties are refused at every depth", () => {
  const inner = { type: "object", properties: { b: { type: "number" } } };
  const schema = {
    type: "object",
    properties: { a: inner, list: { type: "array", items: inner } },
  };
  expect(accepts(schema, { a: { b: 1 }, list: [{ b: 1 }] })).toBe(true);
  expect(accepts(schema, { a: {}, more: 1 })).toBe(false);
  expect(accepts(schema, { a: { more: 1 } })).toBe(false);
  expect(accepts(schema, { list: [{ more: 1 }] })).toBe(false);
});

test("an object that says that it is open is closed too", () => {
  const schema = { type: "object", properties: { a: {} }, additionalProperties: true };
  expect(accepts(schema, { more: 1 })).toBe(false);
});

test("an object whose further properties have a schema keeps them", () => {
  const schema = { type: "object", additionalProperties: { type: "number" } };
  expect(accepts(schema, { more: 1 })).toBe(true);
  expect(accepts(schema, { more: "1" })).toBe(false);
});

test("the branches of a composition see each other's properties", () => {
  const schema = {
    type: "object",
    allOf: [{ properties: { a: {} } }, { properties: { b: {} } }],
  };
  expect(accepts(schema, { a: 1, b: 2 })).toBe(true);
  expect(accepts(schema, { a: 1, c: 3 })).toBe(false);
});

test("the schema that was given stays as it is", () => {
  const schema = { type: "object", properties: { a: { "x-extensible-enum": { b: {} } } } };
  const before = structuredClone(schema);
  strictSchema(schema);
  expect(schema).toEqual(before);
});

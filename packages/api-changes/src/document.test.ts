import { expect, test } from "vitest";
import { parseDocument, readDocument, resolve } from "./document.ts";
import { builtBundle } from "./releases.ts";

const document = (rest: object) =>
  JSON.stringify({ openapi: "3.1.1", info: { version: "1.0.0" }, ...rest });

test("the bundle is read", () => {
  expect(readDocument(builtBundle).openapi).toMatch(/^3\.1/);
});

test.each([
  ["{ not json", "a.json is not JSON"],
  ["null", "a.json is no OpenAPI document"],
  ['{"swagger":"2.0","info":{"version":"1"}}', "a.json is no OpenAPI document"],
  ['{"openapi":"3.1.1","info":{}}', "it needs openapi and info.version"],
  ['{"openapi":"4.0.0","info":{"version":"1.0.0"}}', "a.json is no OpenAPI document"],
  [document({ paths: { $ref: "#/no/where" } }), "refers to #/no/where at /paths"],
  [document({ paths: { $ref: "other.yaml" } }), "Bundle it into one file first"],
])("%s is refused in one line", (text, message) => {
  expect(() => parseDocument(text, "a.json")).toThrow(message);
  expect(() => parseDocument(text, "a.json")).not.toThrow("\n");
});

test("a file that is not there, and a folder, are named", () => {
  expect(() => readDocument("/no/such.json")).toThrow("There is no file /no/such.json.");
  expect(() => readDocument("/tmp")).toThrow("/tmp cannot be read: EISDIR.");
});

test("a reference within an example is a value, and a field may be called like that", () => {
  const values = {
    example: { $ref: "#/a" },
    schema: { properties: { default: { type: "string" } } },
  };
  expect(parseDocument(document({ "x-any": values }), "a.json").info.version).toBe("1.0.0");
  const bad = { properties: { default: { $ref: "#/a" } } };
  expect(() => parseDocument(document({ "x-any": bad }), "a.json")).toThrow("refers to #/a");
});

test("references are followed to where they end, and one that refers to itself is named", () => {
  const value = { a: { $ref: "#/b" }, b: { $ref: "#/c~1d" }, "c/d": 1, e: { $ref: "#/e" } };
  expect(resolve(value, value.a, "/a")).toEqual({ value: 1, pointer: "/c~1d" });
  expect(() => resolve(value, value.e, "/e")).toThrow("#/e refers to itself.");
});

import type { Parameter, Schema } from "@getclickmedia/sms-document";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { createPrintable } from "./printable.ts";
import { createReadQuery } from "./query.ts";

const ajv = new Ajv2020({ strict: false, verbose: true });

function reader(schemas: Record<string, Schema>, required: string[] = []) {
  const parameters = Object.entries(schemas).map(([name, schema]): Parameter => {
    return { name, in: "query", required: required.includes(name), schema };
  });
  return createReadQuery(
    parameters.map((parameter) => ({ parameter, validate: ajv.compile(parameter.schema) })),
    (code, message) => ({ status: 400, code, message }),
    createPrintable([]),
  );
}

const read = reader({
  limit: { type: "integer", minimum: 1, maximum: 100, default: 20 },
  ratio: { type: "number" },
  unread: { type: ["boolean", "null"] },
  state: { type: "string", enum: ["queued", "failed"] },
});

test("values have the types of their schemas, and defaults are filled in", () => {
  expect(read("")).toEqual({ values: { limit: 20 } });
  expect(read("limit=7&ratio=-0.5e1&unread=false&state=failed")).toEqual({
    values: { limit: 7, ratio: -5, unread: false, state: "failed" },
  });
});

test("a text stays one, whatever it looks like, and is percent-decoded", () => {
  const readText = reader({ q: { type: "string" } });
  for (const [sent, text] of [
    ["1", "1"],
    ["true", "true"],
    ["", ""],
    ["a%20b+c%26", "a b c&"],
  ]) {
    expect(readText(`q=${sent}`)).toEqual({ values: { q: text } });
  }
});

test.each([
  ["page=2", "The query parameter page is not known. Remove it."],
  ["limit=1&Limit=1", "The query parameter Limit is not known. Remove it."],
  ["limit=1&limit=1", "The query parameter limit is there twice. Send it once."],
  ["limit=", "The query parameter limit must be an integer."],
  ["limit=1.5", "The query parameter limit must be an integer."],
  ["limit=0x10", "The query parameter limit must be an integer."],
  ["limit=007", "The query parameter limit must be an integer."],
  ["limit=%201", "The query parameter limit must be an integer."],
  ["limit=0", "The query parameter limit must be >= 1."],
  ["ratio=1e999", "The query parameter ratio must be a number."],
  ["ratio=NaN", "The query parameter ratio must be a number."],
  ["unread=1", "The query parameter unread must be a boolean or a null."],
  ["state=SECRET", "The query parameter state must be one of queued, failed."],
])("%s is an invalid request", (query, message) => {
  expect(read(query)).toEqual({ status: 400, code: "INVALID_REQUEST", message });
});

test("a required parameter that is not sent is named", () => {
  const readNumber = reader({ to: { type: "string" }, from: { type: "string" } }, ["to"]);
  expect(readNumber("to=")).toEqual({ values: { to: "" } });
  expect(readNumber("from=x")).toMatchObject({
    code: "INVALID_REQUEST",
    message: "The query parameter to is missing. Add it.",
  });
});

test("names that objects have of themselves are like any other", () => {
  expect(read("constructor=1")).toMatchObject({ code: "INVALID_REQUEST" });
  const readName = reader({ constructor: { type: "string" } });
  expect(readName("")).toEqual({ values: {} });
  expect(readName("constructor=x")).toEqual({ values: { constructor: "x" } });
});

test("an operation without parameters takes no query", () => {
  expect(reader({})("")).toEqual({ values: {} });
  expect(reader({})("x=1")).toMatchObject({ code: "INVALID_REQUEST" });
});

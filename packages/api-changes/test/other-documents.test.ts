import { expect, test } from "vitest";
import { highest, type Rating } from "../src/change.ts";
import { comparePairs } from "../src/compare.ts";
import type { OpenApiDocument } from "../src/document.ts";
import type { JsonObject } from "../src/json.ts";

// What the API's own description does not use yet, in a small document. The table of differs has what it uses.

interface Parts {
  root?: JsonObject;
  item?: JsonObject;
  operation?: JsonObject;
  request?: JsonObject;
  response?: JsonObject;
  header?: JsonObject;
  headers?: JsonObject;
  parameter?: JsonObject;
  responses?: JsonObject;
  paths?: JsonObject;
  webhook?: JsonObject;
  components?: JsonObject;
}

const text = { type: "string" };
const ok = { description: "Done." };
const query = { name: "q", in: "query", schema: text };
const components = {
  securitySchemes: {
    Key: { type: "apiKey", in: "header", name: "k" },
    Other: { type: "apiKey", in: "header", name: "o" },
  },
  schemas: { A: { type: "object" } },
};

function documentOf(parts: Parts): OpenApiDocument {
  const { request = { schema: {} }, response = { schema: {} }, header = { schema: text } } = parts;
  const { parameter = query } = parts;
  const answer = {
    ...ok,
    headers: { H: header, ...parts.headers },
    content: { "application/json": response },
  };
  return {
    openapi: "3.1.1",
    info: { title: "An API", version: "1.0.0" },
    servers: [{ url: "https://a.example" }],
    security: [{ Key: [] }],
    paths: {
      "/a": {
        ...parts.item,
        post: {
          operationId: "a",
          parameters: [parameter],
          requestBody: { content: { "application/json": request } },
          responses: { 200: answer, ...parts.responses },
          ...parts.operation,
        },
      },
      ...parts.paths,
    },
    webhooks: { w: { post: { responses: { 200: ok }, ...parts.webhook } } },
    components: { ...components, ...parts.components },
    ...parts.root,
  };
}

const sent = (schema: JsonObject | boolean): Parts => ({ request: { schema } });
const read = (schema: JsonObject | boolean): Parts => ({ response: { schema } });
const servers = (...urls: string[]): Parts => ({ root: { servers: urls.map((url) => ({ url })) } });
const variable = (values: string[], first = values[0] ?? ""): Parts => ({
  root: {
    servers: [{ url: "https://{x}.example", variables: { x: { default: first, enum: values } } }],
  },
});
const field = (a: JsonObject | boolean) => sent({ type: "object", properties: { a } });
const list = (words: JsonObject) => sent({ type: "array", ...words });
const called = (hook: JsonObject): Parts => ({
  operation: {
    callbacks: {
      c: {
        "{$request.query.q}": {
          post: {
            requestBody: { required: true, content: { "application/json": { schema: {} } } },
            responses: { 200: ok },
            ...hook,
          },
        },
      },
    },
  },
});
const asComponent = (call: JsonObject): Parts => ({
  paths: { "/r": { $ref: "#/components/pathItems/R" } },
  components: { pathItems: { R: { get: call } } },
});
const addressed = (path: string): Parts => ({
  paths: {
    [path]: {
      get: {
        operationId: "x",
        parameters: ["a", "b"].map((name) => ({ name, in: "path", required: true, schema: text })),
        responses: { 200: ok },
      },
    },
  },
});
const strict = { ...query, required: true };
const content = { content: { "text/plain": { schema: text } } };
const reference = { $ref: "#/components/schemas/A" };
const patterns = { patternProperties: { "^x": text } };
const pair = [text, { type: "integer" }];

type Case = [name: string, base: Parts, head: Parts, rating: Rating | "none"];

const cases: Case[] = [
  [
    "servers swapped",
    servers("https://a", "https://b"),
    servers("https://b", "https://a"),
    "major",
  ],
  ["server put first", servers("https://a"), servers("https://b", "https://a"), "major"],
  ["server put last", servers("https://a"), servers("https://a", "https://b"), "minor"],
  ["call gets servers", {}, { operation: { servers: [{ url: "https://b" }] } }, "major"],
  ["path gets servers", {}, { item: { servers: [{ url: "https://b" }] } }, "major"],
  [
    "servers of a call in a component swapped",
    asComponent({ servers: [{ url: "https://a" }, { url: "https://b" }], responses: { 200: ok } }),
    asComponent({ servers: [{ url: "https://b" }, { url: "https://a" }], responses: { 200: ok } }),
    "major",
  ],
  ["first value of a server", variable(["a", "b"]), variable(["a", "b"], "b"), "major"],
  ["server loses a value", variable(["a", "b"]), variable(["a"]), "major"],
  ["server gets a value", variable(["a"]), variable(["a", "b"]), "minor"],

  ["answer's schema removed", {}, { response: {} }, "major"],
  ["answer's schema added", { response: {} }, {}, "minor"],
  ["body's schema added", { request: {} }, {}, "major"],
  ["body's schema removed", {}, { request: {} }, "minor"],
  ["header's schema removed", {}, { header: {} }, "major"],
  ["header written as content", {}, { header: content }, "major"],
  ["parameter's schema added", { parameter: { name: "q", in: "query" } }, {}, "major"],
  [
    "parameter written as content",
    {},
    { parameter: { name: "q", in: "query", ...content } },
    "major",
  ],

  [
    "patterns of what is sent",
    sent({ type: "object" }),
    sent({ type: "object", ...patterns }),
    "major",
  ],
  [
    "no patterns of what is sent",
    sent({ type: "object", ...patterns }),
    sent({ type: "object" }),
    "minor",
  ],
  [
    "no patterns of what is read",
    read({ type: "object", ...patterns }),
    read({ type: "object" }),
    "major",
  ],
  [
    "contained more often",
    list({ contains: text }),
    list({ contains: text, minContains: 2 }),
    "major",
  ],
  [
    "contained less often",
    list({ contains: text, minContains: 2 }),
    list({ contains: text }),
    "minor",
  ],
  [
    "contained up to a number",
    list({ contains: text }),
    list({ contains: text, maxContains: 2 }),
    "major",
  ],
  ["field that may be anything may be nothing", field(true), field(false), "major"],
  ["field that may be anything is a text", field(true), field(text), "major"],
  ["text may be anything", field(text), field(true), "minor"],
  [
    "items change places",
    list({ prefixItems: pair }),
    list({ prefixItems: pair.toReversed() }),
    "major",
  ],
  ["unknown keyword", field(text), field({ ...text, weight: 3 }), "major"],
  [
    "unknown keyword with parts",
    field({ ...text, weight: { a: 1 } }),
    field({ ...text, weight: { a: 2 } }),
    "major",
  ],
  ["wider within not", field({ not: { minLength: 3 } }), field({ not: { minLength: 2 } }), "major"],
  ["wider within if", field({ if: { minLength: 3 } }), field({ if: { minLength: 2 } }), "major"],
  [
    "wider in a field called not",
    sent({ properties: { not: { minLength: 3 } } }),
    sent({ properties: { not: { minLength: 2 } } }),
    "minor",
  ],

  ["header of a callback removed", called({ parameters: [strict] }), called({}), "major"],
  ["body of a callback optional", called({}), called({ requestBody: content }), "major"],

  [
    "call in a component requires more",
    asComponent({ security: [{ Key: [] }], responses: { 200: ok } }),
    asComponent({ security: [{ Key: [], Other: [] }], responses: { 200: ok } }),
    "major",
  ],
  [
    "parameter of a call in a component required",
    asComponent({ parameters: [query], responses: { 200: ok } }),
    asComponent({ parameters: [strict], responses: { 200: ok } }),
    "major",
  ],
  [
    "answer of a call in a component removed",
    asComponent({ responses: { 200: ok, 202: ok } }),
    asComponent({ responses: { 200: ok } }),
    "major",
  ],
  [
    "path moved into a component",
    { paths: { "/r": { get: { parameters: [query], responses: { 200: ok } } } } },
    asComponent({ parameters: [query], responses: { 200: ok } }),
    "none",
  ],
  ["address in another order", addressed("/x/{a}/{b}"), addressed("/x/{b}/{a}"), "major"],

  ["unknown word of the paths", {}, { paths: { "x-new": 1 } }, "major"],
  ["unknown word of the answers", {}, { responses: { "x-new": 1 } }, "major"],
  ["unknown word of the components", {}, { components: { "x-new": 1 } }, "major"],
  ["webhook with a requirement", {}, { webhook: { security: [{ Key: [] }] } }, "patch"],

  [
    "parameter of the call becomes one of its path",
    {},
    { item: { parameters: [query] }, operation: { parameters: [] } },
    "none",
  ],
  [
    "parameter of a path becomes required",
    { item: { parameters: [query] }, operation: { parameters: [] } },
    { item: { parameters: [strict] }, operation: { parameters: [] } },
    "major",
  ],
  [
    "header in other letters",
    { headers: { "Retry-After": { schema: text } } },
    { headers: { "RETRY-AFTER": { schema: text } } },
    "none",
  ],
  [
    "header in other letters and wider",
    { headers: { "Retry-After": { schema: { ...text, maxLength: 1 }, example: "1" } } },
    { headers: { "RETRY-AFTER": { schema: { ...text, maxLength: 2 }, example: "2" } } },
    "major",
  ],
  [
    "parameter of a path whose call tells no answer becomes required",
    { paths: { "/r": { parameters: [query], get: { operationId: "r" } } } },
    { paths: { "/r": { parameters: [strict], get: { operationId: "r" } } } },
    "major",
  ],
  [
    "call that tells no answer requires more",
    { paths: { "/r": { get: { security: [{ Key: [] }] } } } },
    { paths: { "/r": { get: { security: [{ Key: [], Other: [] }] } } } },
    "major",
  ],
  [
    "field that comes with another",
    sent({ dependentRequired: { a: ["b"] } }),
    sent({ dependentRequired: { a: ["b", "c"] } }),
    "major",
  ],
  ["reference within allOf", sent(reference), sent({ allOf: [reference] }), "none"],
  [
    "default beside a reference within allOf",
    sent({ type: "object", properties: { a: { allOf: [reference], default: 1 } } }),
    sent({ type: "object", properties: { a: { allOf: [reference], default: 2 } } }),
    "major",
  ],
  [
    "beside a reference within allOf it may only be read",
    sent({ type: "object", properties: { a: { allOf: [reference] } } }),
    sent({ type: "object", properties: { a: { allOf: [reference], readOnly: true } } }),
    "major",
  ],
  [
    "deprecated beside a reference within allOf",
    sent({ type: "object", properties: { a: { allOf: [reference] } } }),
    sent({ type: "object", properties: { a: { allOf: [reference], deprecated: true } } }),
    "minor",
  ],
  ["no items are enough", list({}), list({ minItems: 0 }), "none"],
  ["items may be the same", list({}), list({ uniqueItems: false }), "none"],
  ["list of one type", sent(text), sent({ type: ["string"] }), "none"],
  ["not deprecated", sent(text), sent({ ...text, deprecated: false }), "none"],
  ["nothing required", sent({ type: "object" }), sent({ type: "object", required: [] }), "none"],
  ["parameter not required", {}, { parameter: { ...query, required: false } }, "none"],
  [
    "parameter written as it always was",
    {},
    { parameter: { ...query, style: "form", explode: true } },
    "none",
  ],
  [
    "further fields of any kind",
    sent({ additionalProperties: true }),
    sent({ additionalProperties: {} }),
    "none",
  ],
];

const changes = comparePairs(
  cases.map(([, base, head]) => ({ base: documentOf(base), head: documentOf(head) })),
);

test.each(cases.map(([name, , , rating], index) => ({ name, rating, index })))(
  "$name: $rating",
  ({ rating, index }) => {
    expect(highest(changes[index] ?? []) ?? "none").toBe(rating);
  },
);

test("each is told in whole sentences that name what they are about", () => {
  for (const { what, todo } of changes.flat()) {
    expect(what).toMatch(/^\S.*\.$/);
    expect(what).not.toMatch(/undefined|``|` +`|\bof of\b| {2}/);
    expect(todo).toMatch(/^\S.*\.$/);
  }
});

test("what is said of a whole schema is not said of what holds it", () => {
  const told = (name: string) =>
    changes[cases.findIndex(([each]) => each === name)]?.map(({ what }) => what);
  expect(told("answer's schema removed")).toEqual([
    "The schema of `application/json` of `POST /a`, status `200` was removed.",
  ]);
  expect(told("body's schema added")).toEqual([
    "The schema of `application/json` of `POST /a` was added.",
  ]);
  expect(told("header's schema removed")).toEqual([
    "The schema of header `H` of `POST /a` was removed.",
  ]);
  expect(told("parameter's schema added")).toEqual([
    "The schema of a parameter of `POST /a` was added.",
  ]);
});

test("what lies in the component of a path is told there, with the calls of the path", () => {
  const index = cases.findIndex(([name]) => name === "answer of a call in a component removed");
  expect(changes[index]).toMatchObject([
    { pointer: "/components/pathItems/R/get/responses/202", operations: ["GET /r"] },
  ]);
});

test("a header in other letters is told where it is written now", () => {
  const index = cases.findIndex(([name]) => name === "header in other letters and wider");
  const at = "/paths/~1a/post/responses/200/headers/RETRY-AFTER";
  expect(changes[index]?.map(({ pointer }) => pointer)).toEqual([
    `${at}/schema/maxLength`,
    `${at}/example`,
  ]);
});

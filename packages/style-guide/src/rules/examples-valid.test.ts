import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import examplesValid from "./examples-valid.ts";

test("accepts values that fit their schemas", async () => {
  expect(
    await lintYaml(
      examplesValid,
      `
      paths:
        /pings/{id}:
          get:
            parameters:
              - { name: id, in: path, schema: { type: string, maxLength: 3 }, examples: { one: { value: abc } } }
            responses:
              "200":
                headers: { Age: { schema: { type: integer, format: int32 }, example: 1 } }
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        at: { type: [string, "null"], format: date-time, examples: ["2026-06-23T10:30:00Z", null] }
                        state: { type: string, x-extensible-enum: { up: {}, down: {} } }
                        tags: { type: object, additionalProperties: { type: string } }
                    examples:
                      one: { value: { at: null, state: up, tags: { any: thing } } }
      `,
    ),
  ).toEqual([]);
});

test("reports an undeclared property at any depth, even of a schema that readers leave open", async () => {
  expect(
    await lintYaml(
      examplesValid,
      `
      paths:
        /pings:
          get:
            responses:
              "200":
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        list: { type: array, items: { type: object, properties: { a: { type: string } } } }
                    examples:
                      deep: { value: { list: [{ a: x, b: y }] } }
                      flat: { value: { lost: 1 } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > responses > 200 > content > application/json > examples > deep > value > list > 0 > b: The example deep of the 200 response of GET /pings: /list/0 has the property b, which the schema does not declare. Remove it, or declare it.",
      "paths > /pings > get > responses > 200 > content > application/json > examples > flat > value > lost: The example flat of the 200 response of GET /pings: the value has the property lost, which the schema does not declare. Remove it, or declare it.",
    ]
  `);
});

test("reports a value outside an open list, a wrong format, a wrong type and a missing property", async () => {
  expect(
    await lintYaml(
      examplesValid,
      `
      paths:
        /pings:
          post:
            parameters:
              - { name: page, in: query, schema: { type: integer }, example: one }
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    required: [state, at]
                    properties:
                      state: { type: string, x-extensible-enum: [up, down] }
                      at: { type: string, format: date-time }
                      near/far: { type: boolean }
                  examples:
                    sideways: { value: { state: sideways, at: today, near/far: no } }
                    empty: { value: {} }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > parameters > 0 > example: The example of the parameter page of POST /pings: the value must be integer. Correct the example or the schema.",
      "paths > /pings > post > requestBody > content > application/json > examples > sideways > value > state: The example sideways of the request of POST /pings: /state must be equal to one of the allowed values (up, down). Correct the example or the schema.",
      "paths > /pings > post > requestBody > content > application/json > examples > sideways > value > at: The example sideways of the request of POST /pings: /at must match format "date-time". Correct the example or the schema.",
      "paths > /pings > post > requestBody > content > application/json > examples > sideways > value > near/far: The example sideways of the request of POST /pings: /near~1far must be boolean. Correct the example or the schema.",
      "paths > /pings > post > requestBody > content > application/json > examples > empty > value: The example empty of the request of POST /pings: the value must have required property 'state'. Correct the example or the schema.",
      "paths > /pings > post > requestBody > content > application/json > examples > empty > value: The example empty of the request of POST /pings: the value must have required property 'at'. Correct the example or the schema.",
    ]
  `);
});

test("reports a composed schema as a whole, and a schema that does not compile", async () => {
  expect(
    await lintYaml(
      examplesValid,
      `
      paths:
        /pings:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    allOf:
                      - { type: object, properties: { a: { type: string } } }
                      - { type: object, properties: { b: { type: string } } }
                  examples:
                    both: { value: { a: x, b: y } }
                    more: { value: { a: x, b: y, c: z } }
                text/plain:
                  schema: { type: string, maximum: 3 }
                  examples: { any: { value: x } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > requestBody > content > application/json > examples > more > value > c: The example more of the request of POST /pings: the value has the property c, which the schema does not declare. Remove it, or declare it.",
      "paths > /pings > post > requestBody > content > text/plain > examples > any > value: The example any of the request of POST /pings: its schema is not valid JSON Schema 2020-12: strict mode: missing type "number" for keyword "maximum" at "#" (strictTypes). Correct the schema.",
    ]
  `);
});

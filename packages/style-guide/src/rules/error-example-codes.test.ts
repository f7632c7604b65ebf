import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import errorExampleCodes from "./error-example-codes.ts";

test("accepts codes of the catalogue under their statuses", async () => {
  expect(
    await lintYaml(
      errorExampleCodes,
      `
      paths:
        /pings:
          get:
            responses:
              "400": &bad
                content:
                  application/json:
                    schema:
                      properties:
                        error:
                          properties:
                            code:
                              x-extensible-enum:
                                BAD: { status: 400, transportStatuses: [413] }
                                LOST: { status: 404 }
                    examples: { bad: { value: { error: { code: BAD } } } }
              "413": *bad
      `,
    ),
  ).toEqual([]);
});

test("reports an unknown code, a code under the wrong status, and an example without a code", async () => {
  expect(
    await lintYaml(
      errorExampleCodes,
      `
      paths:
        /pings:
          get:
            responses:
              "404":
                content:
                  application/json:
                    schema:
                      properties:
                        error:
                          properties:
                            code:
                              x-extensible-enum:
                                BAD: { status: 400, transportStatuses: [413] }
                                LOST: { status: 404 }
                    examples:
                      unknown: { value: { error: { code: GONE } } }
                      misplaced: { value: { error: { code: BAD } } }
                      nameless: { value: { error: {} } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > responses > 404 > content > application/json > examples > unknown > value > error > code: The example unknown of the 404 response has the code GONE, which is not in the catalogue of error codes. Use a code of the catalogue, or add this one to it.",
      "paths > /pings > get > responses > 404 > content > application/json > examples > misplaced > value > error > code: The example misplaced of the 404 response has the code BAD, which the catalogue puts under 400, 413. Move the example there, or correct the catalogue.",
      "paths > /pings > get > responses > 404 > content > application/json > examples > nameless > value > error: The example nameless of the 404 response has no error.code. Add it.",
    ]
  `);
});

test("reports an error body without a catalogue", async () => {
  expect(
    await lintYaml(
      errorExampleCodes,
      `
      paths:
        /pings:
          get:
            responses:
              "500":
                content:
                  application/json:
                    schema: { type: object }
                    examples: { down: { value: { error: { code: DOWN } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > responses > 500 > content > application/json > schema: The body of the 500 response has no catalogue of codes at error.code. Use the schema ErrorResponse.",
    ]
  `);
});

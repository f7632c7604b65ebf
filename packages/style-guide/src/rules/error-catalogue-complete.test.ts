import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import errorCatalogueComplete from "./error-catalogue-complete.ts";

test("accepts complete entries, each with an example", async () => {
  expect(
    await lintYaml(
      errorCatalogueComplete,
      `
      paths:
        /pings:
          get:
            responses:
              "400":
                content:
                  application/json:
                    schema:
                      properties:
                        error:
                          properties:
                            code:
                              x-extensible-enum:
                                BAD: { status: 400, description: The body is bad., retryable: false, action: Correct it. }
                    examples:
                      bad: { value: { error: { code: BAD } } }
      `,
    ),
  ).toEqual([]);
});

test("reports a fact that is missing or wrong", async () => {
  expect(
    await lintYaml(
      errorCatalogueComplete,
      `
      paths:
        /pings:
          get:
            responses:
              "400":
                content:
                  application/json:
                    schema:
                      properties:
                        error:
                          properties:
                            code:
                              x-extensible-enum:
                                BAD: { status: 200, transportStatuses: 413, description: "", retryable: maybe }
                    examples:
                      bad: { value: { error: { code: BAD } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > BAD: The error code BAD has no valid status. Add it.",
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > BAD: The error code BAD has no valid transportStatuses. Add it.",
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > BAD: The error code BAD has no valid description. Add it.",
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > BAD: The error code BAD has no valid retryable. Add it.",
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > BAD: The error code BAD has no valid action. Add it.",
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > BAD: The error code BAD has no example under its HTTP status. Add one to a response that can carry it.",
    ]
  `);
});

test("reports a code that no example shows under its own status", async () => {
  expect(
    await lintYaml(
      errorCatalogueComplete,
      `
      paths:
        /pings:
          get:
            responses:
              "400":
                content:
                  application/json:
                    schema:
                      properties:
                        error:
                          properties:
                            code:
                              x-extensible-enum:
                                BAD: { status: 400, description: The body is bad., retryable: false, action: Correct it. }
                                LOST: { status: 404, description: No such ping., retryable: false, action: Check the id. }
                    examples:
                      bad: { value: { error: { code: BAD } } }
                      lost: { value: { error: { code: LOST } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > responses > 400 > content > application/json > schema > properties > error > properties > code > x-extensible-enum > LOST: The error code LOST has no example under its HTTP status. Add one to a response that can carry it.",
    ]
  `);
});

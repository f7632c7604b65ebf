import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import examplesPresent from "./examples-present.ts";

test("accepts named examples everywhere", async () => {
  expect(
    await lintYaml(
      examplesPresent,
      `
      paths:
        /ping/{id}:
          parameters:
            - { name: id, in: path, examples: { first: { value: 1 } } }
          post:
            parameters:
              - { name: page, in: query, schema: { examples: [1] } }
            requestBody: { content: { application/json: { examples: { first: { value: null } } } } }
            responses:
              "200":
                headers: { Date: { example: today } }
                content: { application/json: { examples: { first: { value: {} } } } }
              "204": {}
      `,
    ),
  ).toEqual([]);
});

test("reports what has no example, an anonymous one, or one without a value", async () => {
  expect(
    await lintYaml(
      examplesPresent,
      `
      paths:
        /ping/{id}:
          post:
            parameters:
              - { name: id, in: path, schema: { type: string } }
            requestBody: { content: { application/json: { schema: {} } } }
            responses:
              "200":
                headers: { Date: { schema: {} } }
                content: { application/json: { example: {} } }
      webhooks:
        pinged:
          post:
            requestBody: { content: { application/json: { examples: { first: { externalValue: first.json } } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /ping/{id} > post > parameters > 0: The parameter id of POST /ping/{id} has no example. Add one under \`examples\`.",
      "paths > /ping/{id} > post > requestBody > content > application/json: The request of POST /ping/{id} has no named example. Add one under \`examples\`.",
      "paths > /ping/{id} > post > responses > 200 > headers > Date: The header Date of the 200 response has no example. Add \`example\` or \`examples\`.",
      "paths > /ping/{id} > post > responses > 200 > content > application/json > example: The 200 response of POST /ping/{id} has an anonymous \`example\`. Move it under \`examples\` and give it a name.",
      "webhooks > pinged > post > requestBody > content > application/json > examples > first: The example first of the body of webhook pinged has no \`value\`. Write the value here, where it can be checked.",
    ]
  `);
});

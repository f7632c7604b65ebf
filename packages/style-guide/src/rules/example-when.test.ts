import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import exampleWhen from "./example-when.ts";

test("accepts every kind of change", async () => {
  expect(
    await lintYaml(
      exampleWhen,
      `
      paths:
        /pings/{id}:
          post:
            parameters: [{ name: id, in: path }]
            requestBody: { content: { application/json: { schema: { properties: { to: {} } } } } }
            responses:
              "400":
                content:
                  application/json:
                    examples:
                      bad:
                        x-gcm-when:
                          headers: { x-api-key: null }
                          path: { id: none }
                          query: { any: thing }
                          body: { to: null }
                          oversize: true
      `,
    ),
  ).toEqual([]);
});

test("reports unknown keys, names that the operation does not have, and malformed changes", async () => {
  expect(
    await lintYaml(
      exampleWhen,
      `
      paths:
        /pings/{id}:
          post:
            parameters: [{ name: id, in: path }]
            requestBody: { content: { application/json: { schema: { properties: { to: {} } } } } }
            responses:
              "400":
                content:
                  application/json:
                    examples:
                      bad:
                        x-gcm-when:
                          cookies: { a: b }
                          path: { ids: none }
                          body: { from: null }
                          headers: x-api-key
                          oversize: 3
                      empty: { x-gcm-when: {} }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings/{id} > post > responses > 400 > content > application/json > examples > bad > x-gcm-when > cookies: x-gcm-when has the unknown key cookies. Use headers, path, query, body, oversize.",
      "paths > /pings/{id} > post > responses > 400 > content > application/json > examples > bad > x-gcm-when > path > ids: x-gcm-when.path names ids, which POST /pings/{id} does not have. Use one of its own names.",
      "paths > /pings/{id} > post > responses > 400 > content > application/json > examples > bad > x-gcm-when > body > from: x-gcm-when.body names from, which POST /pings/{id} does not have. Use one of its own names.",
      "paths > /pings/{id} > post > responses > 400 > content > application/json > examples > bad > x-gcm-when > headers: x-gcm-when.headers is not a mapping from name to value. Make it one.",
      "paths > /pings/{id} > post > responses > 400 > content > application/json > examples > bad > x-gcm-when > oversize: x-gcm-when.oversize is not true. Write \`true\`, or remove it.",
      "paths > /pings/{id} > post > responses > 400 > content > application/json > examples > empty > x-gcm-when: x-gcm-when changes nothing. Use one of headers, path, query, body, oversize.",
    ]
  `);
});

test("reports a change that is not on an error example", async () => {
  expect(
    await lintYaml(
      exampleWhen,
      `
      paths:
        /pings:
          get:
            x-gcm-when: { query: { a: b } }
            responses:
              "200": { content: { application/json: { examples: { one: { x-gcm-when: { query: { a: b } } } } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > x-gcm-when: x-gcm-when stands on something that is not an example of an error response. Remove it.",
      "paths > /pings > get > responses > 200 > content > application/json > examples > one > x-gcm-when: x-gcm-when stands on something that is not an example of an error response. Remove it.",
    ]
  `);
});

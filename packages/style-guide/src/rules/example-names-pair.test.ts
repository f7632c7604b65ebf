import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import exampleNamesPair from "./example-names-pair.ts";

test("accepts pairs, and an operation that has nothing to pair", async () => {
  expect(
    await lintYaml(
      exampleNamesPair,
      `
      paths:
        /pings:
          post:
            requestBody: { content: { application/json: { examples: { one: {}, two: {} } } } }
            responses:
              "200": { content: { application/json: { examples: { one: {}, two: {} } } } }
              "400": { content: { application/json: { examples: { wrong: {} } } } }
          get:
            responses: { "200": { content: { application/json: { examples: { all: {} } } } } }
        /pings/{id}:
          get:
            parameters: [{ name: id, in: path, examples: { one: {} } }]
            responses: { "200": { content: { application/json: { examples: { one: {} } } } } }
      `,
    ),
  ).toEqual([]);
});

test("reports a request without its answer, and an answer without its request", async () => {
  expect(
    await lintYaml(
      exampleNamesPair,
      `
      paths:
        /pings:
          post:
            requestBody: { content: { application/json: { examples: { one: {}, two: {} } } } }
            responses: { "200": { content: { application/json: { examples: { one: {}, three: {} } } } } }
        /pings/{id}:
          get:
            parameters: [{ name: id, in: path, schema: { examples: [1] } }]
            responses: { "200": { content: { application/json: { examples: { one: {} } } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > requestBody > content > application/json > examples > two: The request of POST /pings has an example two, and the 2xx response of POST /pings has none of that name. Add it there, or remove it here.",
      "paths > /pings > post > responses > 200 > content > application/json > examples > three: The 2xx response of POST /pings has an example three, and the request of POST /pings has none of that name. Add it there, or remove it here.",
      "paths > /pings/{id} > get > responses > 200 > content > application/json > examples > one: The 2xx response of GET /pings/{id} has an example one, and the path parameter id of GET /pings/{id} has none of that name. Add it there, or remove it here.",
    ]
  `);
});

import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import postLinks from "./post-links.ts";

test("accepts a link to an operation and its parameters", async () => {
  expect(
    await lintYaml(
      postLinks,
      `
      paths:
        /pings:
          post:
            responses:
              "200":
                content: { application/json: { schema: { properties: { id: {} } } } }
                links: { ping: { operationId: getPing, parameters: { id: $response.body#/id, lang: en } } }
              "400": {}
        /pings/{id}:
          get:
            operationId: getPing
            parameters: [{ name: id, in: path }, { name: lang, in: query }]
      `,
    ),
  ).toEqual([]);
});

test("reports an answer without links", async () => {
  expect(
    await lintYaml(
      postLinks,
      `
      paths:
        /pings:
          post:
            responses:
              "200":
                content: { application/json: { schema: { properties: { id: {} } } } }
                links: {}
              "400": {}
        /pings/{id}:
          get:
            operationId: getPing
            parameters: [{ name: id, in: path }, { name: lang, in: query }]
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > responses > 200: The answer of POST /pings has no links. Link to the operations that take the id it returns.",
    ]
  `);
});

test("reports an operation, a parameter and a property that do not exist, and a parameter left out", async () => {
  expect(
    await lintYaml(
      postLinks,
      `
      paths:
        /pings:
          post:
            responses:
              "200":
                content: { application/json: { schema: { properties: { id: {} } } } }
                links: 
                  lost: { operationId: getPong }
                  bare: { operationId: getPing, parameters: { lang: en } }
                  wrong: { operationId: getPing, parameters: { id: $response.body#/key, colour: red } }
              "400": {}
        /pings/{id}:
          get:
            operationId: getPing
            parameters: [{ name: id, in: path }, { name: lang, in: query }]
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > responses > 200 > links > lost > operationId: The link lost leads to the operation getPong, which does not exist. Correct its operationId.",
      "paths > /pings > post > responses > 200 > links > bare: The link bare does not give id, which GET /pings/{id} requires. Add it to its parameters.",
      "paths > /pings > post > responses > 200 > links > wrong > parameters > id: The link wrong reads key, which the response does not have. Name one of its properties.",
      "paths > /pings > post > responses > 200 > links > wrong > parameters > colour: The link wrong gives colour, which is not a parameter of GET /pings/{id}. Use id, lang.",
    ]
  `);
});

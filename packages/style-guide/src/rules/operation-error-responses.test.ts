import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import operationErrorResponses from "./operation-error-responses.ts";

test("every status that any call can meet is declared", async () => {
  expect(
    await lintYaml(
      operationErrorResponses,
      `
      paths:
        /ping:
          get:
            responses: { "301": {}, "400": {}, "401": {}, "403": {}, "429": {}, "500": {} }
        /ping/{id}:
          post:
            requestBody: {}
            responses: { "301": {}, "400": {}, "401": {}, "403": {}, "413": {}, "415": {}, "429": {}, "500": {} }
      webhooks:
        pinged:
          post:
            responses: { "2XX": {} }
      `,
    ),
  ).toEqual([]);
});

test("reports a status that is missing, and those of a body only where there is one", async () => {
  expect(
    await lintYaml(
      operationErrorResponses,
      `
      paths:
        /ping:
          get:
            responses: { "301": {}, "400": {}, "401": {}, "429": {}, "500": {} }
          post:
            requestBody: {}
            responses: { "301": {}, "400": {}, "401": {}, "403": {}, "429": {}, "500": {} }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /ping > get > responses: GET /ping does not declare the response 403. Add a $ref to the shared response.",
      "paths > /ping > post > responses: POST /ping does not declare the response 413. Add a $ref to the shared response.",
      "paths > /ping > post > responses: POST /ping does not declare the response 415. Add a $ref to the shared response.",
    ]
  `);
});

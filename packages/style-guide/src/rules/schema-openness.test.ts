import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import schemaOpenness from "./schema-openness.ts";

test("accepts closed requests, and responses and webhooks that may grow", async () => {
  expect(
    await lintYaml(
      schemaOpenness,
      `
      paths:
        /pings:
          post:
            requestBody:
              content:
                application/json:
                  schema: { type: object, additionalProperties: false, properties: { kind: { enum: [a] } } }
            responses:
              "200": { content: { application/json: { schema: { type: object, properties: { kind: { x-extensible-enum: [a] } } } } } }
      `,
    ),
  ).toEqual([]);
});

test("reports an open request", async () => {
  expect(
    await lintYaml(
      schemaOpenness,
      `
      paths:
        /pings:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    additionalProperties: false
                    properties:
                      kind: { x-extensible-enum: [a] }
                      inner: { type: object }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > requestBody > content > application/json > schema > properties > kind > x-extensible-enum: This list of a request is open. Use \`enum\`: a server must know which values it takes.",
      "paths > /pings > post > requestBody > content > application/json > schema > properties > inner: This object of a request takes unknown properties. Say \`additionalProperties: false\`.",
    ]
  `);
});

test("reports a closed response and a closed webhook", async () => {
  expect(
    await lintYaml(
      schemaOpenness,
      `
      paths:
        /pings:
          get:
            responses:
              "200": { content: { application/json: { schema: { type: object, additionalProperties: false, properties: { kind: { enum: [a] } } } } } }
      webhooks:
        pinged:
          post:
            requestBody: { content: { application/json: { schema: { type: object, unevaluatedProperties: false } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get > responses > 200 > content > application/json > schema > additionalProperties: This object of a response refuses new properties, so that a field added later breaks every reader. Remove \`additionalProperties: false\`.",
      "paths > /pings > get > responses > 200 > content > application/json > schema > properties > kind > enum: This list of a response is closed, so that a value added later breaks every reader. Use x-extensible-enum.",
      "webhooks > pinged > post > requestBody > content > application/json > schema > unevaluatedProperties: This object of a webhook refuses new properties, so that a field added later breaks every reader. Remove \`unevaluatedProperties: false\`.",
    ]
  `);
});

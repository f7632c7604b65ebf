import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import bulkLimit from "./bulk-limit.ts";

test("accepts the limit of the largest plan", async () => {
  expect(
    await lintYaml(
      bulkLimit,
      `
      paths:
        /pings:
          post:
            requestBody: { content: { application/json: { schema: { properties: { recipients: { maxItems: 50 } } } } } }
          put:
            requestBody: { content: { application/json: { schema: { properties: { to: {} } } } } }
          get:
            responses: { "200": { content: { application/json: { schema: { properties: { plan: { x-extensible-enum: { Small: { recipientsPerRequest: 10 }, Large: { recipientsPerRequest: 50 } } } } } } } } }
      `,
    ),
  ).toEqual([]);
});

test("reports another limit", async () => {
  expect(
    await lintYaml(
      bulkLimit,
      `
      paths:
        /pings:
          post:
            requestBody: { content: { application/json: { schema: { properties: { recipients: { maxItems: 10 } } } } } }
          get:
            responses: { "200": { content: { application/json: { schema: { properties: { plan: { x-extensible-enum: { Small: { recipientsPerRequest: 10 }, Large: { recipientsPerRequest: 50 } } } } } } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > requestBody > content > application/json > schema > properties > recipients > maxItems: The request of POST /pings takes 10 recipients, and the largest plan 50. Make maxItems and recipientsPerRequest equal.",
    ]
  `);
});

test("reports plans that do not say theirs", async () => {
  expect(
    await lintYaml(
      bulkLimit,
      `
      paths:
        /pings:
          post:
            requestBody: { content: { application/json: { schema: { properties: { recipients: { maxItems: 50 } } } } } }
          get:
            responses: { "200": { content: { application/json: { schema: { properties: { plan: { x-extensible-enum: { Small: {}, Large: { recipientsPerRequest: 50 } } } } } } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > post > requestBody > content > application/json > schema > properties > recipients > maxItems: The request of POST /pings has recipients, and no plan says recipientsPerRequest. Add it to every plan.",
    ]
  `);
});

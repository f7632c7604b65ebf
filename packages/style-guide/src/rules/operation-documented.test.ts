import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import operationDocumented from "./operation-documented.ts";

test("accepts an operation that is documented", async () => {
  expect(
    await lintYaml(
      operationDocumented,
      `
      tags: [{ name: Pings }]
      paths:
        /pings:
          get:
            summary: List the pings
            description: Lists every ping. Read \`total\` first.
            tags: [Pings]
      `,
    ),
  ).toEqual([]);
});

test("reports no summary, a short description, and tags that are missing, many or not declared", async () => {
  expect(
    await lintYaml(
      operationDocumented,
      `
      tags: [{ name: Pings }, { name: Pongs }]
      paths:
        /pings:
          get: { description: Lists every ping., tags: [Pings, Pongs] }
          post: { summary: Send, description: "Sends v1.2 of a ping to api.example.com", tags: [Pangs] }
          put: { summary: Change, description: Changes a ping. Or not., tags: [] }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get: GET /pings has no summary. Say in a few words what it does.",
      "paths > /pings > get: GET /pings has no description of two sentences or more. Say what it does and what to know before calling it.",
      "paths > /pings > get: GET /pings has 2 tags. Give it exactly one.",
      "paths > /pings > post: POST /pings has no description of two sentences or more. Say what it does and what to know before calling it.",
      "paths > /pings > post > tags > 0: POST /pings has the tag Pangs, which the root does not declare. Declare it there, or use one that is.",
      "paths > /pings > put: PUT /pings has 0 tags. Give it exactly one.",
    ]
  `);
});

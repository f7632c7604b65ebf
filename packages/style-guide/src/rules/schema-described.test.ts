import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import schemaDescribed from "./schema-described.ts";

test("accepts schemas with descriptions", async () => {
  expect(
    await lintYaml(
      schemaDescribed,
      `
      paths:
        /pings:
          get:
            parameters: [{ name: page, in: query, schema: { description: The page. } }]
            responses:
              "200":
                headers: { Age: { schema: { description: Seconds. } } }
                content: { application/json: { schema: { description: All., properties: { a: { description: One. } } } } }
      `,
    ),
  ).toEqual([]);
});

test("reports a schema without one, wherever it stands", async () => {
  expect(
    await lintYaml(
      schemaDescribed,
      `
      components:
        schemas:
          Ping: { description: A ping., oneOf: [{ type: string }] }
      paths:
        /pings:
          get:
            parameters: [{ name: page, in: query, schema: { type: integer } }]
            responses:
              "200":
                headers: { Age: { schema: { description: " " } } }
                content:
                  application/json:
                    schema: { description: All., properties: { list: { description: Some., items: { type: string } } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "components > schemas > Ping > oneOf > 0: This schema has no description. Say what its value means.",
      "paths > /pings > get > parameters > 0 > schema: This schema has no description. Say what its value means.",
      "paths > /pings > get > responses > 200 > headers > Age > schema: This schema has no description. Say what its value means.",
      "paths > /pings > get > responses > 200 > content > application/json > schema > properties > list > items: This schema has no description. Say what its value means.",
    ]
  `);
});

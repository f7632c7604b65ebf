import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import schemaBounded from "./schema-bounded.ts";

test("accepts schemas with bounds", async () => {
  expect(
    await lintYaml(
      schemaBounded,
      `
      components:
        schemas:
          Ping:
            type: object
            properties:
              name: { type: string, maxLength: 9, pattern: ^a }
              at: { type: [string, "null"], maxLength: 35, format: date-time }
              kind: { type: string, enum: [a, b] }
              event: { type: string, const: pinged }
              count: { type: integer, minimum: 0, maximum: 9, format: int32 }
              list: { type: array, maxItems: 3, items: { type: boolean } }
              either: { oneOf: [{ type: boolean }, { type: "null" }] }
      `,
    ),
  ).toEqual([]);
});

test("reports every bound that is missing", async () => {
  expect(
    await lintYaml(
      schemaBounded,
      `
      components:
        schemas:
          Ping:
            type: object
            properties:
              name: { type: string, maxLength: 9 }
              at: { type: [string, "null"], format: date-time }
              count: { type: integer, minimum: 0 }
              share: { type: number, minimum: 0, maximum: 1 }
              list: { type: array }
              any: {}
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "components > schemas > Ping > properties > name: The property name has no pattern, format or minLength. Add it.",
      "components > schemas > Ping > properties > at: The property at has no maxLength. Add it.",
      "components > schemas > Ping > properties > count: The property count has no maximum. Add it.",
      "components > schemas > Ping > properties > count: The property count has no format. Add it.",
      "components > schemas > Ping > properties > share: The property share has no format. Add it.",
      "components > schemas > Ping > properties > list: The property list has no items. Add it.",
      "components > schemas > Ping > properties > list: The property list has no maxItems. Add it.",
      "components > schemas > Ping > properties > any: The property any has no type. Add it.",
    ]
  `);
});

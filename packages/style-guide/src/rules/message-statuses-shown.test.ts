import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import messageStatusesShown from "./message-statuses-shown.ts";

test("accepts statuses that a response and a webhook show", async () => {
  expect(
    await lintYaml(
      messageStatusesShown,
      `
      paths:
        /pings/{id}:
          get:
            responses:
              "200":
                content:
                  application/json:
                    schema: { properties: { status: { x-extensible-enum: { up: {}, down: {} } } } }
                    examples: { one: { value: { status: up } }, two: { value: { status: down } } }
      webhooks:
        pinged:
          post:
            requestBody:
              content:
                application/json:
                  examples: { one: { value: { status: up } }, two: { value: { status: down } } }
      `,
    ),
  ).toEqual([]);
});

test("reports where a status is not shown", async () => {
  expect(
    await lintYaml(
      messageStatusesShown,
      `
      paths:
        /pings/{id}:
          get:
            responses:
              "200":
                content:
                  application/json:
                    schema: { properties: { status: { x-extensible-enum: { up: {}, down: {} } } } }
                    examples: { one: { value: { status: up } } }
      webhooks:
        pinged:
          post:
            requestBody:
              content:
                application/json:
                  examples: { two: { value: { status: down } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings/{id} > get > responses > 200 > content > application/json > schema > properties > status > x-extensible-enum > up: No example of a webhook has the status up. Add one.",
      "paths > /pings/{id} > get > responses > 200 > content > application/json > schema > properties > status > x-extensible-enum > down: No example of a 2xx response has the status down. Add one.",
    ]
  `);
});

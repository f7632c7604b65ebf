import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import webhookEvents from "./webhook-events.ts";

test("accepts one webhook for each status", async () => {
  expect(
    await lintYaml(
      webhookEvents,
      `
      paths:
        /pings/{id}:
          get:
            responses:
              "200":
                content:
                  application/json:
                    schema: { properties: { status: { x-extensible-enum: [up, down] } } }
      webhooks:
        ping.up:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event, status]
                    properties: { event: { const: ping.up }, status: { const: up } }
        ping.down:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event, status]
                    properties: { event: { const: ping.down }, status: { const: down } }
      `,
    ),
  ).toEqual([]);
});

test("reports a wrong event, an unknown status and what is not required", async () => {
  expect(
    await lintYaml(
      webhookEvents,
      `
      paths:
        /pings/{id}:
          get:
            responses:
              "200":
                content:
                  application/json:
                    schema: { properties: { status: { x-extensible-enum: [up, down] } } }
      webhooks:
        ping.up:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event, status]
                    properties: { event: { const: ping.upp }, status: { const: up } }
        ping.down:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event]
                    properties: { event: { const: ping.down }, status: { const: down } }
        ping.lost:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event, status]
                    properties: { event: { const: ping.lost }, status: { const: lost } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "webhooks > ping.up > post > requestBody > content > application/json > schema > properties > event: The body of webhook ping.up has the event ping.upp. Make its const ping.up, the key of the webhook.",
      "webhooks > ping.down > post > requestBody > content > application/json > schema > properties > status: The body of webhook ping.down does not require status. Add it to \`required\`.",
      "webhooks > ping.lost > post > requestBody > content > application/json > schema > properties > status: The body of webhook ping.lost has the status lost. Make its const one of up, down.",
    ]
  `);
});

test("reports a status with two webhooks or none", async () => {
  expect(
    await lintYaml(
      webhookEvents,
      `
      paths:
        /pings/{id}:
          get:
            responses:
              "200":
                content:
                  application/json:
                    schema: { properties: { status: { x-extensible-enum: [up, down] } } }
      webhooks:
        ping.up:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event, status]
                    properties: { event: { const: ping.up }, status: { const: up } }
        ping.again:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    required: [event, status]
                    properties: { event: { const: ping.again }, status: { const: up } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings/{id} > get > responses > 200 > content > application/json > schema > properties > status > x-extensible-enum > 0: The status up has 2 webhooks. Give it exactly one.",
      "paths > /pings/{id} > get > responses > 200 > content > application/json > schema > properties > status > x-extensible-enum > 1: The status down has 0 webhooks. Give it exactly one.",
    ]
  `);
});

test("reports webhooks in a description that lists no statuses", async () => {
  expect(
    await lintYaml(
      webhookEvents,
      `
      webhooks:
        pinged:
          post:
            requestBody: { content: { application/json: { schema: {} } } }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "webhooks > pinged > post: webhook pinged reports a status, and no 2xx response lists the statuses. Give its \`status\` an x-extensible-enum.",
    ]
  `);
});

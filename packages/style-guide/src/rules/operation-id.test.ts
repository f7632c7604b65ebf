import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import operationId from "./operation-id.ts";

test("accepts camelCase ids that begin with a verb", async () => {
  expect(
    await lintYaml(
      operationId,
      `
      paths:
        /pings:
          get: { operationId: listPings }
          post: { operationId: send }
      webhooks:
        pinged:
          post: { operationId: receivePing }
      `,
    ),
  ).toEqual([]);
});

test("reports a missing id, another case, no verb, and a twin", async () => {
  expect(
    await lintYaml(
      operationId,
      `
      paths:
        /pings:
          get: {}
          put: { operationId: update_ping }
          post: { operationId: ping }
          patch: { operationId: sendingPings }
      webhooks:
        pinged:
          post: { operationId: receivePing }
        ponged:
          post: { operationId: receivePing }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /pings > get: GET /pings has no operationId in camelCase. Give it one, such as getThing.",
      "paths > /pings > put > operationId: PUT /pings has no operationId in camelCase. Give it one, such as getThing.",
      "paths > /pings > post > operationId: The operationId ping does not begin with a verb. Begin with one of cancel, create, delete, get, list, receive, send, update.",
      "paths > /pings > patch > operationId: The operationId sendingPings does not begin with a verb. Begin with one of cancel, create, delete, get, list, receive, send, update.",
      "webhooks > pinged > post > operationId: The operationId receivePing is also that of webhook ponged. Give each its own.",
      "webhooks > ponged > post > operationId: The operationId receivePing is also that of webhook pinged. Give each its own.",
    ]
  `);
});

import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import webhookSignature from "./webhook-signature.ts";

test("accepts a webhook that requires its signature", async () => {
  expect(
    await lintYaml(
      webhookSignature,
      `
      webhooks:
        pinged:
          post:
            parameters: [{ name: x-gcm-signature, in: header, required: true }]
      `,
    ),
  ).toEqual([]);
});

test("reports a signature that is missing, optional or in the wrong place", async () => {
  expect(
    await lintYaml(
      webhookSignature,
      `
      webhooks:
        pinged:
          post: {}
        ponged:
          post:
            parameters: [{ name: x-gcm-signature, in: header }]
        panged:
          post:
            parameters: [{ name: x-gcm-signature, in: query, required: true }]
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "webhooks > pinged > post: webhook pinged has no x-gcm-signature header, so a receiver cannot verify it. Add the parameter.",
      "webhooks > ponged > post > parameters > 0: The x-gcm-signature header of webhook ponged is optional. Say \`required: true\`.",
      "webhooks > panged > post: webhook panged has no x-gcm-signature header, so a receiver cannot verify it. Add the parameter.",
    ]
  `);
});

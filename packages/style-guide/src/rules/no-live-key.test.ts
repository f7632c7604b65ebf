import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import noLiveKey from "./no-live-key.ts";

test("accepts the bare prefix, x's, and keys of other environments", async () => {
  expect(
    await lintYaml(
      noLiveKey,
      `
      components:
        securitySchemes:
          Key:
            x-gcm-key-prefixes:
              acme_live_: { environment: live }
              acme_test_: { environment: test }

      info:
        description: A key begins with \`acme_live_\`, such as acme_live_xxxxxxxx. Use acme_test_4f9a to try.
      x-numbers: [1, null, true]
      `,
    ),
  ).toEqual([]);
});

test("reports a live key in a description, an example, a list and a key, and does not repeat it", async () => {
  expect(
    await lintYaml(
      noLiveKey,
      `
      components:
        securitySchemes:
          Key:
            x-gcm-key-prefixes:
              acme_live_: { environment: live }
              acme_test_: { environment: test }

      info:
        description: Use acme_live_xxxx1 to try, or acme_live_xxxx.
      paths:
        /pings:
          get:
            parameters:
              - { name: key, in: header, examples: { one: { value: [acme_live_4f9a] } } }
              - { name: acme_live_4f9a, in: query }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "info > description: This text holds what looks like a live key. Replace it by the prefix and x's, and revoke the key if it was real.",
      "paths > /pings > get > parameters > 0 > examples > one > value > 0: This text holds what looks like a live key. Replace it by the prefix and x's, and revoke the key if it was real.",
      "paths > /pings > get > parameters > 1 > name: This text holds what looks like a live key. Replace it by the prefix and x's, and revoke the key if it was real.",
    ]
  `);
});

test("reports a description in which it could find nothing", async () => {
  expect(
    await lintYaml(
      noLiveKey,
      `
      components:
        securitySchemes:
          Key: { type: apiKey }
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "components > securitySchemes: No security scheme names a live key prefix. Declare it in x-gcm-key-prefixes with \`environment: live\`.",
    ]
  `);
});

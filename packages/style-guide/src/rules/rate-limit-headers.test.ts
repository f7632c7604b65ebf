import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import rateLimitHeaders from "./rate-limit-headers.ts";

test("accepts a 429 with all three headers", async () => {
  expect(
    await lintYaml(
      rateLimitHeaders,
      `
      paths:
        /ping:
          get:
            responses:
              "200": {}
              "429":
                headers:
                  Retry-After: { required: true }
                  RateLimit: {}
                  RateLimit-Policy: {}
      `,
    ),
  ).toEqual([]);
});

test("reports a header that is missing or optional", async () => {
  expect(
    await lintYaml(
      rateLimitHeaders,
      `
      paths:
        /ping:
          get:
            responses:
              "429":
                headers:
                  retry-after: { required: false }
                  RateLimit: {}
          post:
            responses:
              "429": {}
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "paths > /ping > get > responses > 429 > headers: The 429 response has no RateLimit-Policy header, so a client cannot know when to repeat the call. Add it.",
      "paths > /ping > get > responses > 429 > headers > retry-after: The Retry-After header of the 429 response is optional. Say \`required: true\`.",
      "paths > /ping > post > responses > 429: The 429 response has no Retry-After header, so a client cannot know when to repeat the call. Add it.",
      "paths > /ping > post > responses > 429: The 429 response has no RateLimit header, so a client cannot know when to repeat the call. Add it.",
      "paths > /ping > post > responses > 429: The 429 response has no RateLimit-Policy header, so a client cannot know when to repeat the call. Add it.",
    ]
  `);
});

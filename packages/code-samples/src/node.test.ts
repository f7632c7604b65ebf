import { expect, test } from "vitest";
import { nodeSample } from "./node.ts";

test("a call with a body", () => {
  const sample = nodeSample({
    method: "POST",
    url: "https://api.example.com/v1/things",
    keyHeader: "x-api-key",
    body: {
      mediaType: "application/json",
      value: { text: 'it\'s "new" — नया', list: ["a", "b"], now: true, later: null, count: 2 },
    },
  });
  expect(sample).toMatchInlineSnapshot(`
    "// Save as sms.mjs and run: node sms.mjs
    const response = await fetch("https://api.example.com/v1/things", {
      method: "POST",
      headers: {
        "x-api-key": process.env.GCM_API_KEY,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        text: "it's \\"new\\" — नया",
        list: ["a", "b"],
        now: true,
        later: null,
        count: 2,
      }),
      redirect: "error", // Never take the key to another address.
      signal: AbortSignal.timeout(30_000),
    });
    const answer = await response.json();

    if (response.ok) {
      console.log(JSON.stringify(answer, null, 2));
    } else {
      // Decide on error.code; the message is for people.
      console.error(\`\${answer.error.code}: \${answer.error.message}\`);
      process.exitCode = 1;
    }
    "
  `);
});

test("a call without a body sends no content type", () => {
  const url = "https://api.example.com/v1/things/1";
  const sample = nodeSample({ method: "DELETE", url, keyHeader: "x-api-key" });
  expect(sample).toMatchInlineSnapshot(`
    "// Save as sms.mjs and run: node sms.mjs
    const response = await fetch("https://api.example.com/v1/things/1", {
      method: "DELETE",
      headers: {
        "x-api-key": process.env.GCM_API_KEY,
      },
      redirect: "error", // Never take the key to another address.
      signal: AbortSignal.timeout(30_000),
    });
    const answer = await response.json();

    if (response.ok) {
      console.log(JSON.stringify(answer, null, 2));
    } else {
      // Decide on error.code; the message is for people.
      console.error(\`\${answer.error.code}: \${answer.error.message}\`);
      process.exitCode = 1;
    }
    "
  `);
});

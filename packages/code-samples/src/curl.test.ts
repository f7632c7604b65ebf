import { expect, test } from "vitest";
import { curlSample } from "./curl.ts";

test("a call with a body", () => {
  const sample = curlSample({
    method: "POST",
    url: "https://api.example.com/v1/things",
    keyHeader: "x-api-key",
    body: {
      mediaType: "application/json",
      value: { text: 'it\'s "new" — नया', list: ["a", "b"], now: true, later: null, count: 2 },
    },
  });
  expect(sample).toMatchInlineSnapshot(`
    "# On an error curl exits with 22 and prints
    # the body: decide on its error.code.
    curl --silent --show-error --fail-with-body \\
      --request POST 'https://api.example.com/v1/things' \\
      --header "x-api-key: $GCM_API_KEY" \\
      --header 'content-type: application/json' \\
      --data '{
      "text": "it'\\''s \\"new\\" — नया",
      "list": [
        "a",
        "b"
      ],
      "now": true,
      "later": null,
      "count": 2
    }'
    "
  `);
});

test("a call without a body sends no content type", () => {
  const url = "https://api.example.com/v1/things/1";
  const sample = curlSample({ method: "DELETE", url, keyHeader: "x-api-key" });
  expect(sample).toMatchInlineSnapshot(`
    "# On an error curl exits with 22 and prints
    # the body: decide on its error.code.
    curl --silent --show-error --fail-with-body \\
      --request DELETE 'https://api.example.com/v1/things/1' \\
      --header "x-api-key: $GCM_API_KEY"
    "
  `);
});

test("other headers stand between the key and the body", () => {
  const request = {
    method: "GET",
    url: "https://api.example.com/v1/things",
    keyHeader: "x-api-key",
  };
  expect(curlSample({ ...request, headers: { prefer: "it's code=429" } })).toContain(
    `--header "x-api-key: $GCM_API_KEY" \\\n  --header 'prefer: it'\\''s code=429'`,
  );
});

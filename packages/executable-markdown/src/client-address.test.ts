import { expect, test } from "vitest";
import { withBaseUrl } from "./client-address.ts";
import type { Language } from "./page.ts";

const url = "http://127.0.0.1:1/v1";

test.each<[Language, string, string]>([
  ["node", "new SmsClient()", `new SmsClient({ baseUrl: "${url}" })`],
  [
    "node",
    'new SmsClient({ plan: "Growth" })',
    `new SmsClient({ baseUrl: "${url}", ...({ plan: "Growth" }) })`,
  ],
  ["node", "new sms.SmsClient(a.b())", `new sms.SmsClient({ baseUrl: "${url}", ...(a.b()) })`],
  [
    "node",
    'new SmsClient(\n  { apiKey: ")" },\n)',
    `new SmsClient({ baseUrl: "${url}", ...(\n  { apiKey: ")" }) })`,
  ],
  ["python", "SmsClient()", `SmsClient(base_url="${url}")`],
  ["python", "AsyncSmsClient(timeout=5,)", `AsyncSmsClient(timeout=5, base_url="${url}")`],
  ["python", "SmsClient(**options)", `SmsClient(**options, base_url="${url}")`],
  ["python", 'SmsClient(base_url="x")', 'SmsClient(base_url="x")'],
  ["python", "class SmsClient(object):", "class SmsClient(object):"],
  ["php", "new SmsClient()", `new SmsClient(baseUrl: '${url}')`],
  [
    "php",
    "new \\GetClickMedia\\Sms\\SmsClient($key)",
    `new \\GetClickMedia\\Sms\\SmsClient($key, baseUrl: '${url}')`,
  ],
  ["php", "new SmsClient(baseUrl: 'x')", "new SmsClient(baseUrl: 'x')"],
  ["sh", "SmsClient()", "SmsClient()"],
])("%s: %s", (language, text, expected) => {
  expect(withBaseUrl(text, language, url)).toBe(expected);
});

test("a base URL of the program's own wins", () => {
  const made: unknown[] = [];
  const program = withBaseUrl('new SmsClient({ baseUrl: "own" });', "node", url);
  new Function("SmsClient", program)(
    class {
      constructor(options: unknown) {
        made.push(options);
      }
    },
  );
  expect(made).toEqual([{ baseUrl: "own" }]);
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../root.ts";
import { quickStart } from "./quick-start.ts";

test.each([
  ["packages/sdk-node/README.md", "ts", 'baseUrl: "http://127.0.0.1:1/v1"'],
  ["packages/sdk-python/README.md", "python", 'base_url="http://127.0.0.1:1/v1"'],
  ["packages/sdk-php/README.md", "php", "baseUrl: 'http://127.0.0.1:1/v1'"],
] as const)("the quick start of %s is pointed at a server", (readme, language, pointed) => {
  expect(quickStart(join(root, readme), language, "http://127.0.0.1:1/v1")).toContain(pointed);
});

test("a README that makes its client otherwise is named", () => {
  expect(() => quickStart(join(root, "packages/mock/README.md"), "php", "")).toThrow(
    "packages/mock/README.md has no quick start in php that makes its client with `new SmsClient()`",
  );
});

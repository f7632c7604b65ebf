import { readFileSync } from "node:fs";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { publicApi, reportFile } from "./public-api.ts";

const php = findTool("php");
if (!php) reportMissing("php", "the report of the PHP SDK's public API is not checked");

test.skipIf(!php)("the report says what is public", async () => {
  const committed = readFileSync(reportFile, "utf8");
  expect(
    committed === (await publicApi()),
    "The public API has changed: run `pnpm generate`, look at what it does to packages/sdk-php/api, and commit it",
  ).toBe(true);
});

test("the report has one line for each thing, and nothing that is internal", () => {
  const lines = readFileSync(reportFile, "utf8").split("\n");
  expect(lines).toContain("    public function send(): GetClickMedia\\Sms\\Model\\SendResponse");
  expect(lines).toContain("        required 1 string $to");
  expect(lines).toContain("        6 ?bool $unicode = null");
  expect(lines).toContain('    case Queued = "queued"');
  expect(lines.filter((line) => /\\Internal\\| function call|isPhoneNumber/.test(line))).toEqual(
    [],
  );
});

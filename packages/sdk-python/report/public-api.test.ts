import { readFileSync } from "node:fs";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { publicApi, reportFile } from "./public-api.ts";

const python = findTool("python3");
if (!python) reportMissing("python3", "the report of the Python SDK's public API is not checked");

test.skipIf(!python)("the report says what is public", async () => {
  const committed = readFileSync(reportFile, "utf8");
  expect(
    committed === (await publicApi()),
    "The public API has changed: run `pnpm generate`, look at what it does to packages/sdk-python/api, and commit it",
  ).toBe(true);
});

test("the report has one line for each thing, and nothing that is not public", () => {
  const lines = readFileSync(reportFile, "utf8").split("\n");
  // Inherited from a base that is not public, with its arguments and their defaults.
  expect(lines).toContain("class SmsClient");
  expect(lines).toContain("frozen class Answer(Document)");
  expect(lines).toContain("    def send() -> SendResponse");
  expect(lines).toContain("        required to: str");
  expect(lines).toContain("        unicode: bool | None = None");
  expect(lines).toContain("        timeout: float = 30.0");
  expect(lines).toContain("    | Literal['queued']");
  expect(lines.filter((line) => /^ *(\w+ )*(def|class|type) _(?!_)/.test(line))).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeReport } from "./write-report.ts";

const php = { tool: "php", what: "the API" } as const;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test("a report is written, and its folder with it", () => {
  const file = join(folder, "api", "report.md");
  writeReport(file, "one\n", php);
  expect(readFileSync(file, "utf8")).toBe("one\n");
});

test("without its program a report stays what it was, and that is said", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const file = join(folder, "report.md");
  writeReport(file, "one\n", php);
  writeReport(file, undefined, php);
  expect(readFileSync(file, "utf8")).toBe("one\n");
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/^php was not found: the report of the API is left as it is\. \S/)],
  ]);
});

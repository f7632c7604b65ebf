import { globSync } from "node:fs";
import { findTool, reportMissing, run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { root } from "./root.ts";

const php = findTool("php") ?? "";
if (!php) reportMissing("php", "the PHP sources are not checked");
const composer = findTool("composer") ?? "";
if (!composer) reportMissing("composer", "composer.json is not checked");

const files = globSync("{src,tests}/**/*.php", { cwd: root });

test.skipIf(!php)("every file is PHP", async () => {
  expect(files.length).toBeGreaterThan(60);
  const outcomes = await Promise.all(files.map((file) => run([php, "-l", file])));
  expect(outcomes.filter(({ status }) => status !== 0)).toEqual([]);
});

const phpcs = findTool("phpcs") ?? "";
if (!phpcs) reportMissing("phpcs", "the style of the PHP sources is not checked");

test.skipIf(!php || !phpcs)("every file is in the style of PSR-12", async () => {
  // Without warnings: older versions know no readonly class and take it for a statement.
  const { status, output } = await run([phpcs, "-n", "--standard=PSR12", "src", "tests"]);
  expect(output).toBe("");
  expect(status).toBe(0);
});

test.skipIf(!composer)("composer.json is valid", async () => {
  const { status, output } = await run([composer, "validate", "--strict", "--no-interaction"]);
  expect(output).toContain("is valid");
  expect(status).toBe(0);
});

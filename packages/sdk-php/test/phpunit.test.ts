import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  findTool,
  type JUnitCase,
  readJUnit,
  reportMissing,
  run,
} from "@getclickmedia/sms-test-tools";
import { test } from "vitest";

const php = findTool("php");
const phpunit = findTool("phpunit");
if (!php) reportMissing("php", "the PHP SDK is not tested");
if (!phpunit) reportMissing("phpunit", "the PHP SDK is not tested");

for (const { name, failure, skipped } of php && phpunit ? await runSuite(phpunit) : [])
  test.skipIf(skipped)(name, () => {
    if (failure !== undefined) throw new Error(failure);
  });

if (!(php && phpunit)) test.skip("the suite in PHP", () => {});

async function runSuite(phpunit: string): Promise<JUnitCase[]> {
  const report = join(mkdtempSync(join(tmpdir(), "phpunit-")), "report.xml");
  const { status, output } = await run([phpunit, "--log-junit", report]);
  for (const [line] of output.matchAll(/^.*random runs with.*$/gm)) console.log(line);
  try {
    const cases = readJUnit(report);
    const failed = cases.some(({ failure }) => failure !== undefined);
    // What PHPUnit finds risky is no failure in its report, and yet ends it as one.
    return status === 0 || failed ? cases : [...cases, failureOf("phpunit", output)];
  } catch {
    return [failureOf("phpunit", output)];
  }
}

function failureOf(name: string, failure: string): JUnitCase {
  return { name, failure, skipped: false };
}

import { readJUnit, run } from "@getclickmedia/sms-test-tools";
import { test } from "vitest";
import { folder, hasPython, python } from "./python.ts";

if (hasPython) {
  // Each test of pytest is a test here, so that the summary of all tests counts them.
  const report = `${folder}pytest-report.xml`;
  const { output } = await run([python, "-m", "pytest", "-q", "-rP", `--junitxml=${report}`]);
  const [runs] = /^\d+ random runs: .*$/m.exec(output) ?? [];
  if (runs) console.log(runs);
  for (const { name, failure, skipped } of readJUnit(report))
    test.skipIf(skipped)(name, () => {
      if (failure !== undefined) throw new Error(failure);
    });
} else test.skip("the tests of Python are left out");

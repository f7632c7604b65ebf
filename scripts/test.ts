import { findTool, toolNames } from "@getclickmedia/sms-test-tools";
import { stopSignal } from "./stop-signal.ts";
import { summarizedRun } from "./summarized-run.ts";
import { summaryOf } from "./test-summary.ts";

// Runs every check of the repository and ends with one summary of them all. A check that did not run
// because a program is missing is named; in CI the tests that need it fail instead.

const present = toolNames.filter((name) => findTool(name));
const missing = toolNames.filter((name) => !present.includes(name));
const stop = stopSignal();
const started = Date.now();

const { exitCode, tasks } = await summarizedRun(
  [
    ...["lint", "typecheck", "guard", "test"],
    ...["--continue", "--output-logs=new-only"],
    // More tasks than processors, since a task waits for other programs half of its time.
    "--concurrency=150%",
    ...process.argv.slice(2),
  ],
  {
    stop,
    // What is installed decides what is tested, so it is part of what the cache goes by.
    env: { ...process.env, GCM_TEST_TOOLS: present.join(" ") },
  },
);

if (stop.aborted) {
  process.exitCode = 130;
} else {
  const { lines, failed } = summaryOf({ tasks, exitCode, missing, started });
  console.log(`\n${lines.join("\n")}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { type Check, summaryOf } from "./test-summary.ts";
import { isInstalled, tools } from "./tools.ts";

// Runs every check of the repository and ends with one summary of them all. A check that did not run
// because a program is missing is named; in CI the tests that need it fail instead.

const present = tools.filter((tool) => isInstalled(tool));
const runs = ".turbo/runs";
rmSync(runs, { recursive: true, force: true });

const started = Date.now();
const { status } = spawnSync(
  "turbo",
  [
    "run",
    "lint",
    "typecheck",
    "test",
    "--continue",
    "--summarize",
    "--output-logs=new-only",
    ...process.argv.slice(2),
  ],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
    // What is installed decides what is tested, so it is part of what the cache goes by.
    env: { ...process.env, GCM_TEST_TOOLS: present.map(({ name }) => name).join(" ") },
  },
);

const [file] = globSync(`${runs}/*.json`);
const tasks: Check[] = file ? JSON.parse(readFileSync(file, "utf8")).tasks : [];
const missing = tools.filter((tool) => !present.includes(tool));
const { lines, failed } = summaryOf(tasks, missing, started);
console.log(`\n${lines.join("\n")}`);
process.exitCode = status === 0 && failed === 0 ? 0 : 1;

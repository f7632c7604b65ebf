import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type ToolName, tools } from "@getclickmedia/sms-test-tools";

/** A task of turbo's run summary. */
export interface Check {
  package: string;
  task: string;
  directory: string;
  cache: { status: "HIT" | "MISS" };
  /** Absent when the task did not run, because one that it depends on failed. */
  execution?: { exitCode: number };
}

export interface Run {
  tasks: Check[];
  /** What turbo ended with. */
  exitCode: number;
  /** The programs that are not on this machine. */
  missing: ToolName[];
  /** When the run started, in milliseconds since 1970. */
  started: number;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: TestFile[];
}

interface TestFile {
  name: string;
  status: "passed" | "failed";
  /** What failed outside of the tests: loading the file, or a hook of it. */
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
}

interface Row {
  task: Check;
  /** Those of a test task, where it has left some. */
  results: VitestResults | undefined;
}

/** How many failed tests are told with their message, and how many lines of one. */
const told = { failures: 20, lines: 15 };

/**
 * Sums up a run: each lint and type-check is one check, each test is one. The last line is the plain
 * total.
 */
export function summaryOf({ tasks, exitCode: turboCode, missing, started }: Run): {
  lines: string[];
  failed: number;
} {
  const rows = tasks
    .filter(({ task }) => task !== "build")
    .map((task) => ({ task, results: readResults(task, started) }))
    .map((row) => ({ ...row, counts: countsOf(row) }))
    .sort(
      (a, b) =>
        a.task.task.localeCompare(b.task.task) || a.task.package.localeCompare(b.task.package),
    );
  const brokenBuilds = tasks.filter((task) => task.task === "build" && exitCode(task) !== 0);
  const sum = (kind: keyof Counts) => rows.reduce((total, { counts }) => total + counts[kind], 0);
  const counted = sum("failed") + brokenBuilds.length;
  // Turbo fails for reasons of its own too: a wrong flag, a configuration that it cannot read.
  const unexplained = counted === 0 && (turboCode !== 0 || tasks.length === 0);
  const failed = unexplained ? 1 : counted;
  const skipped = sum("skipped");
  return {
    failed,
    lines: [
      ...brokenBuilds.map((task) => `build      ${task.package}: failed`),
      ...rows.map(
        ({ task, counts }) => `${task.task.padEnd(10)} ${task.package}: ${described(task, counts)}`,
      ),
      ...failuresOf(rows),
      ...(unexplained ? [`turbo ended with code ${turboCode} after ${tasks.length} tasks`] : []),
      "",
      ...missing.map(
        (name) => `${name} is not installed, so what needs it was left out. ${tools[name].install}`,
      ),
      `${sum("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
    ],
  };
}

function described(task: Check, { passed, failed, skipped }: Counts): string {
  const cached = task.cache.status === "HIT" ? " (cached)" : "";
  if (task.task !== "test") return `${failed > 0 ? "failed" : "ok"}${cached}`;
  const parts = [
    `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ];
  return `${parts.filter(Boolean).join(", ")}${cached}`;
}

function countsOf({ task, results }: Row): Counts {
  const ok = exitCode(task) === 0;
  if (task.task !== "test") return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  if (!results) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = results;
  // A test file that does not load has no failed test, and is a failure all the same.
  const failed = Math.max(numFailedTests, ok ? 0 : 1);
  return { passed, failed, skipped };
}

/**
 * The failed tests with the beginning of their messages. The whole stands in what turbo printed, which may be far above,
 * or cut away where only the end of a log is kept.
 */
function failuresOf(rows: Row[]): string[] {
  const failures = rows
    .filter(({ task }) => exitCode(task) !== 0)
    .flatMap(({ task, results }) =>
      (results?.testResults ?? []).flatMap((file) => failuresOfFile(task, file)),
    );
  const more = failures.length - told.failures;
  return [
    ...failures.slice(0, told.failures).flat(),
    ...(more > 0 ? ["", `and ${more} more failed tests`] : []),
  ];
}

function failuresOfFile(task: Check, file: TestFile): string[][] {
  if (file.status !== "failed") return [];
  const where = `${task.package}: ${relative(task.directory, file.name)}`;
  const failed = file.assertionResults
    .filter(({ status }) => status === "failed")
    .map((test) => failure(`${where} > ${test.fullName}`, test.failureMessages.join("\n")));
  const hook = file.message || (failed.length === 0 && "A hook of it failed.");
  return hook ? [failure(where, hook), ...failed] : failed;
}

function failure(where: string, message: string): string[] {
  const lines = message.split("\n");
  const own = lines.filter((line) => !line.includes("/node_modules/"));
  return ["", `failed     ${where}`, ...own.slice(0, told.lines).map((line) => `  ${line}`)];
}

/** The results of a test task, unless it left none in this run. */
function readResults(task: Check, started: number): VitestResults | undefined {
  if (task.task !== "test") return undefined;
  const file = join(task.directory, "test-results.json");
  try {
    if (task.cache.status === "MISS" && statSync(file).mtimeMs < started) return undefined;
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function exitCode({ cache, execution }: Check): number {
  return execution?.exitCode ?? (cache.status === "HIT" ? 0 : 1);
}

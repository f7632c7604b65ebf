import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tools } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { type Check, type Run, summaryOf } from "./test-summary.ts";

const started = Date.now() - 1000;

function check(task: string, exitCode: number, more: Partial<Check> = {}): Check {
  return {
    package: "mock",
    task,
    directory: mkdtempSync(join(tmpdir(), "summary ")),
    cache: { status: "MISS" },
    execution: { exitCode },
    ...more,
  };
}

function withResults(test: Check, passed: number, failed = 0, pending = 0): Check {
  return withReport(test, {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    testResults: [],
  });
}

function withReport(test: Check, report: object): Check {
  writeFileSync(join(test.directory, "test-results.json"), JSON.stringify(report));
  return test;
}

const summary = (tasks: Check[], more: Partial<Run> = {}) =>
  summaryOf({ tasks, exitCode: 0, missing: [], started, ...more });
const lastLine = (...checks: Check[]) => summary(checks).lines.at(-1);

test("tests, lints and type-checks add up to one plain line", () => {
  const { lines } = summary([
    check("build", 0),
    check("lint", 0),
    check("typecheck", 0),
    withResults(check("test", 0), 7),
  ]);
  expect(lines).toEqual([
    "lint       mock: ok",
    "test       mock: 7 passed",
    "typecheck  mock: ok",
    "",
    "9 passed, 0 failed",
  ]);
});

test("a failed lint, test or build is counted", () => {
  expect(lastLine(check("lint", 1))).toBe("0 passed, 1 failed");
  expect(lastLine(check("build", 1))).toBe("0 passed, 1 failed");
  expect(lastLine(withResults(check("test", 1), 5, 2))).toBe("5 passed, 2 failed");
});

test("a test file that does not load is a failure without a failed test", () => {
  expect(lastLine(withResults(check("test", 1), 5))).toBe("5 passed, 1 failed");
});

test("what failed is told at the end, since the output of the tests may be far above", () => {
  const broken = check("test", 1);
  const file = (name: string, message: string, tests: object[] = []) => ({
    name: join(broken.directory, name),
    status: message || tests.length > 0 ? "failed" : "passed",
    message,
    assertionResults: tests,
  });
  const { lines } = summary([
    withReport(broken, {
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 3,
      testResults: [
        file("src/good.test.ts", ""),
        file("src/hook.test.ts", "the output\nof it: expected 1 to be 0"),
        file("src/one.test.ts", "", [
          { fullName: "is well", status: "passed", failureMessages: [] },
          {
            fullName: "is right",
            status: "failed",
            failureMessages: [
              "expected 3\n  at src/one.test.ts:3:5\n  at /node_modules/vitest/x.js",
            ],
          },
        ]),
        file("src/inner.test.ts", "", [{ fullName: "q", status: "skipped", failureMessages: [] }]),
      ],
    }),
  ]);
  expect(lines).toEqual([
    "test       mock: 1 passed, 1 failed, 3 skipped",
    "",
    "failed     mock: src/hook.test.ts",
    "  the output",
    "  of it: expected 1 to be 0",
    "",
    "failed     mock: src/one.test.ts > is right",
    "  expected 3",
    "    at src/one.test.ts:3:5",
    "",
    "failed     mock: src/inner.test.ts",
    "  A hook of it failed.",
    "",
    "1 passed, 1 failed, 3 skipped",
  ]);
});

test("of many failures the first are told, and how many there are", () => {
  const tests = Array.from({ length: 25 }, (_, index) => ({
    fullName: `test ${index}`,
    status: "failed",
    failureMessages: ["long\n".repeat(100)],
  }));
  const { lines } = summary([
    withReport(check("test", 1), {
      numPassedTests: 0,
      numFailedTests: 25,
      numPendingTests: 0,
      testResults: [
        { name: "many.test.ts", status: "failed", message: "", assertionResults: tests },
      ],
    }),
  ]);
  expect(lines.filter((line) => line.startsWith("failed "))).toHaveLength(20);
  expect(lines.length).toBeLessThan(400);
  expect(lines).toContain("and 5 more failed tests");
});

test("tests that left no results, or only old ones, have failed", () => {
  expect(lastLine(check("test", 1))).toBe("0 passed, 1 failed");
  const stale = withResults(check("test", 0), 5);
  utimesSync(join(stale.directory, "test-results.json"), 1, 1);
  expect(lastLine(stale)).toBe("0 passed, 1 failed");
});

test("a check that could not run because a build failed has failed", () => {
  const { execution: _, ...blocked } = check("lint", 0);
  expect(lastLine(blocked)).toBe("0 passed, 1 failed");
});

test("results from the cache count", () => {
  const cached = withResults(check("test", 0, { cache: { status: "HIT" } }), 5);
  utimesSync(join(cached.directory, "test-results.json"), 1, 1);
  expect(lastLine(cached)).toBe("5 passed, 0 failed");
});

test("no task at all is a failure", () => {
  expect(lastLine()).toBe("0 passed, 1 failed");
});

test("a failure of turbo itself is a failure, and is not counted twice", () => {
  const { lines, failed } = summary([check("lint", 0)], { exitCode: 2 });
  expect(failed).toBe(1);
  expect(lines).toContain("turbo ended with code 2 after 1 tasks");
  expect(lines.at(-1)).toBe("1 passed, 1 failed");
  expect(summary([check("lint", 1)], { exitCode: 1 }).failed).toBe(1);
});

test("what was left out is named, with how to install what it needs", () => {
  const { lines } = summary([withResults(check("test", 0), 5, 0, 3)], { missing: ["php"] });
  expect(lines).toContain(
    `php is not installed, so what needs it was left out. ${tools.php.install}`,
  );
  expect(lines.at(-1)).toBe("5 passed, 0 failed, 3 skipped");
});

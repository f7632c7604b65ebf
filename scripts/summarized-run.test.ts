import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { summarizedRun } from "./summarized-run.ts";

// A repository of one package, with the real turbo.

function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), "a repository "));
  const write = (file: string, value: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(value));
  write("package.json", {
    name: "one",
    packageManager: "npm@11.0.0",
    scripts: { good: "node --version", bad: "exit 3" },
  });
  write("turbo.json", {
    globalPassThroughEnv: ["GCM_TEST_RUN"],
    tasks: { good: {}, bad: {} },
  });
  return folder;
}

test("each of two runs at the same time gives its own tasks", async () => {
  const cwd = repository();
  const stop = new AbortController().signal;
  const [good, bad] = await Promise.all([
    summarizedRun(["good"], { cwd, stop }),
    summarizedRun(["bad"], { cwd, stop }),
  ]);
  expect(good).toMatchObject({ exitCode: 0, tasks: [{ task: "good" }] });
  expect(bad).toMatchObject({ exitCode: 3, tasks: [{ task: "bad" }] });
});

test("a run that turbo refuses gives no tasks, even after one that it took", async () => {
  const cwd = repository();
  const stop = new AbortController().signal;
  await summarizedRun(["good"], { cwd, stop });
  const { exitCode, tasks } = await summarizedRun(["no-such-task"], { cwd, stop });
  expect(exitCode).not.toBe(0);
  expect(tasks).toEqual([]);
});

import { createHash, randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RunOptions, runTurbo } from "./run-turbo.ts";
import type { Check } from "./test-summary.ts";

/**
 * Runs turbo and gives its exit code with the tasks of its run summary: none when it left no summary.
 *
 * Several runs may write their summaries into one folder, so this one marks its own: it passes a variable
 * on, and a summary lists the hash of each variable that was passed on. turbo.json has to name it in
 * `globalPassThroughEnv`, where it does not count for the cache.
 */
export async function summarizedRun(
  args: string[],
  { cwd = process.cwd(), env = process.env, stop }: RunOptions,
): Promise<{ exitCode: number; tasks: Check[] }> {
  const run = randomUUID();
  const exitCode = await runTurbo(["--summarize=true", ...args], {
    stop,
    cwd,
    env: { ...env, GCM_TEST_RUN: run },
  });
  const mark = `GCM_TEST_RUN=${createHash("sha256").update(run).digest("hex")}`;
  const summary = globSync(join(".turbo", "runs", "*.json"), { cwd })
    .map((file) => readFileSync(join(cwd, file), "utf8"))
    .find((text) => text.includes(mark));
  return { exitCode, tasks: summary ? JSON.parse(summary).tasks : [] };
}

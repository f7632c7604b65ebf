import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startProcess } from "./run-process.ts";

const options = { cwd: tmpdir(), env: { PATH: "/usr/bin:/bin" } };
const shell = (script: string, more = {}) =>
  startProcess(["/bin/sh", "-c", script], { ...options, ...more });

test("a process has its code and what it wrote", async () => {
  await expect(shell("echo a; echo b >&2; exit 3").outcome).resolves.toEqual({
    exit: 3,
    stdout: "a\n",
    stderr: "b\n",
    ended: undefined,
  });
});

test("one that takes too long is ended with all that it started", async () => {
  const { ended, exit, stdout } = await shell("sleep 100 & echo $!; wait", { timeout: 300 })
    .outcome;
  expect({ ended, exit }).toEqual({ ended: "it was ended after 0.3 seconds", exit: undefined });
  expect(await isGone(Number(stdout))).toBe(true);
});

test("what it leaves in the background is ended with it", async () => {
  const { exit, stdout } = await shell("sleep 100 & echo $!").outcome;
  expect(exit).toBe(0);
  expect(await isGone(Number(stdout))).toBe(true);
});

test("one that writes without end is ended", async () => {
  const { ended, stdout } = await shell("yes").outcome;
  expect(ended).toContain("it wrote more than");
  expect(stdout.length).toBeLessThanOrEqual(1024 * 1024);
});

test("a program that is not there is told", async () => {
  const { ended } = await startProcess(["/nowhere/program"], options).outcome;
  expect(ended).toContain("could not be started");
});

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(20);
  }
  return false;
}

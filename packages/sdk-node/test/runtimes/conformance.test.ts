import { beforeAll, describe, expect, test } from "vitest";
import { type InstalledPackage, installPackage } from "../installed-package.ts";
import type { Outcome } from "./conformance/check.ts";
import { checkNames } from "./conformance/index.ts";
import { bundleProgram } from "./program.ts";
import { runConformance } from "./run-conformance.ts";
import { type Runtime, runtimes } from "./runtimes.ts";
import { startServers } from "./surroundings.ts";

/** The program mostly waits, so several runtimes share the cores well. */
const lanes = 4;

let installed: InstalledPackage;
let surroundings: Awaited<ReturnType<typeof startServers>>;
const outcomes = new Map<Runtime, Outcome[] | Error>();

beforeAll(async () => {
  [installed, surroundings] = await Promise.all([installPackage(), startServers()]);
  const scripts = await bundleProgram(installed.project);
  const waiting = runtimes.filter(({ program }) => program);
  const work = async () => {
    for (let runtime = waiting.shift(); runtime; runtime = waiting.shift()) {
      const { name, traits } = runtime;
      const around = { ...surroundings.servers, run: name.replaceAll(/\W+/g, "-"), traits };
      const outcome = runConformance(runtime, scripts, around);
      outcomes.set(runtime, await outcome.catch((error: Error) => error));
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return async () => {
    await Promise.all([installed.remove(), surroundings.close()]);
  };
});

for (const runtime of runtimes) {
  // A build machine has them all, and nobody would see there that one was left out.
  if (!runtime.program && process.env.CI)
    throw new Error(`There is no ${runtime.name} for this machine.`);

  describe.skipIf(!runtime.program)(runtime.name, () => {
    test.each(checkNames)("%s", (name) => {
      const all = outcomes.get(runtime);
      if (!Array.isArray(all)) throw all;
      const outcome = all.find((each) => each.name === name);
      expect(outcome).toEqual({ name, ok: true, detail: expect.any(String) });
    });
  });
}

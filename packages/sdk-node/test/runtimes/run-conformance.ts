import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import type { Outcome } from "./conformance/check.ts";
import type { Surroundings } from "./conformance/surroundings.ts";
import type { Scripts } from "./program.ts";
import type { Runtime } from "./runtimes.ts";
import { workerdConfig } from "./workerd-config.ts";

const run = promisify(execFile);

/** Longer than all checks together take, in milliseconds. */
const timeout = 50_000;

/** Runs the program on a runtime. */
export async function runConformance(
  runtime: Runtime,
  scripts: Scripts,
  around: Surroundings,
): Promise<Outcome[]> {
  const runProgram = runtime.loadedBy === "worker" ? runWorker : runScript;
  const lines = await runProgram(runtime, scripts[runtime.loadedBy], around);
  return lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Outcome);
}

async function runScript(
  { program = "", flags }: Runtime,
  script: string,
  around: Surroundings,
): Promise<string> {
  const cwd = dirname(script);
  const env = { GCM_API_KEY: around.testKey, NO_COLOR: "1", DENO_DIR: join(cwd, ".deno") };
  const args = [...flags, script, JSON.stringify(around)];
  return (await run(program, args, { cwd, env, timeout })).stdout;
}

async function runWorker(
  { program = "", flags }: Runtime,
  script: string,
  around: Surroundings,
): Promise<string> {
  const bindings = { SURROUNDINGS: JSON.stringify(around), GCM_API_KEY: around.testKey };
  const config = `${script}.capnp`;
  await writeFile(config, workerdConfig(basename(script), bindings));
  const child = spawn(program, [...flags, config, "--control-fd=3"], {
    // It logs every connection that fails, as those of the checks do.
    stdio: ["ignore", "inherit", "ignore", "pipe"],
  });
  try {
    const [line] = await once(createInterface(child.stdio[3] as Readable), "line");
    const { port } = JSON.parse(line) as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}`, {
      signal: AbortSignal.timeout(timeout),
    });
    return await answer.text();
  } finally {
    child.kill();
    await once(child, "close");
  }
}

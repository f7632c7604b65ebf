import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import type { Runtime } from "./runtimes.ts";

/** The program as one script for each way to load the SDK. */
export type Scripts = Record<Runtime["loadedBy"], string>;

/** Joins the files of the program. Only in a Worker's script is the SDK too; the others find it installed. */
export async function bundleProgram(project: string): Promise<Scripts> {
  const file = (name: string) => join(project, name);
  const scripts = {
    import: file("program.mjs"),
    require: file("program.cjs"),
    worker: file("worker.mjs"),
  };
  await bundle("command-line", project, scripts.import, "esm", /^@getclickmedia\//);
  await bundle("command-line", project, scripts.require, "cjs", /^@getclickmedia\//);
  await bundle("worker", project, scripts.worker, "esm");
  return scripts;
}

async function bundle(
  entry: string,
  cwd: string,
  file: string,
  format: "esm" | "cjs",
  external?: RegExp,
): Promise<void> {
  const input = fileURLToPath(new URL(`conformance/${entry}.ts`, import.meta.url));
  const build = await rolldown({ cwd, input, platform: "neutral", ...(external && { external }) });
  await build.write({ file, format });
  await build.close();
}

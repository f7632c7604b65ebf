import { execFile } from "node:child_process";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Compiler, ModuleSetting } from "./compilers.ts";

const run = promisify(execFile);

/** A project with one of the settings, and where its types of the web's standards come from. */
export interface ConsumerProject {
  name: string;
  folder: string;
  setting: ModuleSetting;
  types: "the DOM" | "@types/node";
}

/** Every project of a compiler, in the folder in which the SDK is installed. */
export function consumerProjects({ name, settings }: Compiler, installed: string) {
  return settings.flatMap((setting) =>
    (["the DOM", "@types/node"] as const).map((types): ConsumerProject => {
      const { moduleResolution, type } = setting;
      const folder = [name, moduleResolution, type, types].join("-").replaceAll(/[^\w.-]/g, "");
      return {
        name: `${moduleResolution} in a ${type} package, with the types of ${types}`,
        folder: join(installed, folder),
        setting,
        types,
      };
    }),
  );
}

/**
 * Compiles projects of a compiler in one go, checking the SDK's declarations too.
 * @returns what the compiler complains about, by the folder of the project.
 */
export async function compile(
  { tsc, nodeTypes }: Compiler,
  projects: ConsumerProject[],
): Promise<string[]> {
  const [{ folder: first } = { folder: "" }] = projects;
  const typeRoots = `${first}-types`;
  await mkdir(typeRoots);
  await symlink(nodeTypes, join(typeRoots, "node"), "dir");
  for (const project of projects) await write(project, typeRoots);
  const folders = projects.map(({ folder }) => folder);
  const { stdout } = await run(process.execPath, [tsc, "--build", ...folders], {
    cwd: join(first, ".."),
  }).catch((error: { stdout: string }) => error);
  return stdout.split("\n").filter(Boolean);
}

async function write(
  { folder, setting: { type, ...resolution }, types }: ConsumerProject,
  typeRoots: string,
): Promise<void> {
  await cp(fileURLToPath(new URL("consumer", import.meta.url)), folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ type }));
  const compilerOptions = {
    ...resolution,
    target: "ES2022",
    lib: types === "the DOM" ? ["ES2022", "DOM"] : ["ES2022"],
    types: types === "the DOM" ? [] : ["node"],
    typeRoots: [typeRoots],
    outDir: "out",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
}

/** Runs what was compiled, and tells by project what it says. */
export async function runCompiled(
  node: string,
  projects: ConsumerProject[],
  args: unknown[],
): Promise<unknown[]> {
  const [{ folder } = { folder: "" }] = projects;
  const files = projects.map((project) => join(project.folder, "out", "consumer.js"));
  const script = join(folder, "run-compiled.mjs");
  const { stdout } = await run(node, [script, JSON.stringify({ files, args })]);
  const results = JSON.parse(stdout) as Record<string, unknown>;
  return files.map((file) => results[file]);
}

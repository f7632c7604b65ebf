import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The package as npm would publish it, installed into a project that has nothing else. */
export interface InstalledPackage {
  tarball: string;
  /** The project, in which a program finds the package by its name. */
  project: string;
  remove(): Promise<void>;
}

/** Packs the built package and installs it, without a network and without install scripts. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), "sms-sdk-"));
  await run("pnpm", ["pack", "--pack-destination", folder], {
    cwd: new URL("..", import.meta.url),
  });
  const [name = ""] = await readdir(folder);
  const tarball = join(folder, name);
  const project = join(folder, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "type": "module" }\n');
  await run("npm", ["install", tarball, "--offline", "--ignore-scripts", "--no-audit"], {
    cwd: project,
  });
  return { tarball, project, remove: () => rm(folder, { recursive: true }) };
}

import { cpSync, existsSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { repositoryFiles } from "./guards/repository-files.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Copies the repository as it stands, without what is built, to where a test may change it. */
export function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), "repository-"));
  for (const file of repositoryFiles(root)) cpSync(join(root, file), join(copy, file));
  // Each package finds its dependencies by links, which lead to the other packages of the copy, and to what is
  // installed at the root.
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name));
  for (const folder of ["spec", "scripts", ...packages]) {
    const links = join(folder, "node_modules");
    if (existsSync(join(root, links)))
      cpSync(join(root, links), join(copy, links), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !isCache(path),
      });
  }
  return copy;
}

/** What programs keep beside the links; they may delete it while it is copied. */
const isCache = (path: string) => /^\.(?!bin$)/.test(basename(path));

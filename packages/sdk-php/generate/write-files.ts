import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFolders } from "./generated-files.ts";

/** Writes generated files into a package, in place of all that were there. */
export function writeFiles(root: string, files: Record<string, string>): void {
  for (const folder of generatedFolders)
    rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

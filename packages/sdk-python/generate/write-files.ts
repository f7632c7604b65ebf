import { mkdir, readdir, rm, writeFile } from "node:fs/promises";

/** Writes modules into a folder, and removes what else is there. */
export async function writeFiles(folder: URL, files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (!(name in files)) await rm(new URL(name, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, folder), text);
}

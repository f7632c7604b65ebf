import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { command } from "../command.ts";

/** An archive, unpacked. */
export interface Contents {
  folder: string;
  /** The paths of its files, with forward slashes. */
  paths: string[];
  /** All files together, in bytes. */
  size: number;
}

/**
 * Unpacks an archive into a new folder.
 * @param python Unpacks a wheel, which is a zip file.
 */
export async function unpack(
  archive: string,
  folder: string,
  python = "python3",
): Promise<Contents> {
  mkdirSync(folder, { recursive: true });
  await command(
    archive.endsWith(".whl")
      ? [python, "-m", "zipfile", "-e", archive, folder]
      : ["tar", "-xf", archive, "-C", folder],
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    folder,
    paths: files.map((file) => relative(folder, file).replaceAll("\\", "/")).toSorted(),
    size: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
}

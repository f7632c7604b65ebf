import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Puts a compressed copy beside every text of the site, for servers that send it as it is. */
export async function compressTexts(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries.filter(
    (entry) => entry.isFile() && /\.(html|js|css|json|yaml|md|txt|xml|svg)$/.test(entry.name),
  );
  for (const { parentPath, name } of texts) {
    const file = join(parentPath, name);
    await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
  }
}

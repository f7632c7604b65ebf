import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";

/** Something to be found that is no page of its own. */
export interface SearchRecord {
  /** Its address, from the root of the site. */
  url: string;
  title: string;
  content: string;
}

// Faces of the search: Starlight brings its own.
const notLoaded = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the search index of the site: every page of the folder, and the given records.
 * @throws Error with what Pagefind says.
 */
export async function writeSearchIndex(
  folder: string,
  records: readonly SearchRecord[],
): Promise<void> {
  try {
    const { index } = checked(await createIndex());
    if (!index) throw new Error("Pagefind made no index.");
    checked(await index.addDirectory({ path: folder }));
    for (const { url, title, content } of records) {
      checked(await index.addCustomRecord({ url, content, language: "en", meta: { title } }));
    }
    const { files } = checked(await index.getFiles());
    for (const { path, content } of files.filter((file) => !notLoaded.test(file.path))) {
      const file = join(folder, "pagefind", path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } finally {
    await close();
  }
}

function checked<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join("; ")}`);
  return response;
}

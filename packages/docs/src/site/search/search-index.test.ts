import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSearchIndex } from "./search-index.ts";

test("what is in pages and records can be found", async () => {
  const folder = await mkdtemp(join(tmpdir(), "search-"));
  try {
    const html =
      '<html lang="en"><body><main data-pagefind-body><h1>Page</h1><p>apple</p></main></body></html>';
    await writeFile(join(folder, "index.html"), html);
    await writeSearchIndex(folder, [
      { url: "/reference/#/messages/send", title: "Send", content: "banana" },
    ]);
    const entry = JSON.parse(await readFile(join(folder, "pagefind/pagefind-entry.json"), "utf8"));
    expect(entry.languages.en.page_count).toBe(2);
    const files = await readdir(join(folder, "pagefind"));
    expect(files).toEqual(expect.arrayContaining(["pagefind.js", "pagefind-worker.js"]));
    expect(files.filter((name) => /ui|highlight/.test(name))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

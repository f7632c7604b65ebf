import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressTexts } from "./compress.ts";

test("every text gets a compressed copy beside it, at any depth, and nothing else does", async () => {
  const folder = await mkdtemp(join(tmpdir(), "compress-"));
  try {
    await mkdir(join(folder, "a/b"), { recursive: true });
    const texts = [
      "x.html",
      "a/x.js",
      "a/b/x.css",
      "x.json",
      "x.yaml",
      "x.md",
      "x.txt",
      "x.xml",
      "x.svg",
    ];
    for (const path of [...texts, "x.png", "a/x.pagefind"]) {
      await writeFile(join(folder, path), `content of ${path} `.repeat(50));
    }
    await compressTexts(folder);
    const copies = (await readdir(folder, { recursive: true })).filter((path) =>
      path.endsWith(".gz"),
    );
    expect(copies.toSorted()).toEqual(texts.map((path) => `${path}.gz`).toSorted());
    for (const path of texts) {
      const copy = await readFile(join(folder, `${path}.gz`));
      expect(gunzipSync(copy).toString()).toBe(`content of ${path} `.repeat(50));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

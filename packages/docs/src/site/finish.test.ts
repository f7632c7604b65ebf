import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { basePlaceholder } from "./config.ts";
import { finishSite } from "./finish.ts";
import { referencePage } from "./reference/reference-page.ts";

const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

test("what the generator wrote becomes files that can lie anywhere", async () => {
  const folder = await mkdtemp(join(tmpdir(), "finish-"));
  try {
    for (const path of ["bulk", "reference", "pagefind"]) await mkdir(join(folder, path));
    const link = `<a style="color:red" href="${basePlaceholder}/x/">x</a>`;
    const route = `<a href="${basePlaceholder}/reference/#/messages/send">send</a>`;
    await writeFile(join(folder, "bulk/index.html"), page(`${link + route}<table></table>`));
    await writeFile(join(folder, "404.html"), page(link));
    await writeFile(join(folder, "reference/index.html"), page('<div id="redoc-slot"></div>'));
    await writeFile(
      join(folder, "a.css"),
      `x{background:url("${basePlaceholder}/b.svg")}[style^='--']:not([class]){color:red}`,
    );
    await writeFile(join(folder, "icon.png"), basePlaceholder);
    await writeFile(join(folder, "pagefind/old.js"), "");

    const parts = { styles: "<style>s</style>", content: "<p>Redoc</p>", script: "run()" };
    await finishSite(folder, { reference: referencePage(parts), basePath: "/sms/" });

    const read = (path: string) => readFile(join(folder, path), "utf8");
    const guide = await read("bulk/index.html");
    expect(guide).toMatch(/<a href="\.\.\/x\/" class="s-[0-9a-f]{8}">x<\/a>/);
    expect(guide).toContain('<a href="../reference/#/messages/send">');
    expect(guide).toContain('<table tabindex="0">');
    expect(guide).toContain('<link rel="stylesheet" href="../styles.css"></head>');
    expect(guide).toContain("style-src 'self';");
    expect(await read("styles.css")).toMatch(/^\.s-[0-9a-f]{8}\{color:red\}\n$/);

    expect(await read("404.html")).toContain('href="/sms/x/"');

    const reference = await read("reference/index.html");
    expect(reference).toContain("<p>Redoc</p>");
    expect(reference).toContain("<style>s</style></head>");
    expect(reference).toContain("style-src 'self' 'unsafe-inline';");

    expect(await read("a.css")).toBe(`x{background:url("./b.svg")}[class^='s-']{color:red}`);
    expect(await read("icon.png")).toBe(basePlaceholder);
    // The search is indexed anew from what the pages are in the end.
    expect(await readdir(folder)).not.toContain("pagefind");
  } finally {
    await rm(folder, { recursive: true });
  }
});

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { collectionFile, postmanFiles } from "@getclickmedia/sms-postman/files";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { bundleFiles } from "../src/bundle.ts";
import { distFolder } from "../src/dist.ts";
import { operationsOf } from "../src/document.ts";
import { expandGuide } from "../src/guides/expand.ts";
import { parseMarkdown } from "../src/guides/guide.ts";
import { builtFiles, builtPages, readBuilt } from "./built-page.ts";
import { fencesOf } from "./fences.ts";
import { bundle, errorCodes, guides, paths, view } from "./site.ts";

test("the document is the bundle, byte for byte", async () => {
  for (const [format, file] of Object.entries(bundleFiles))
    expect(await readBuilt(`openapi.${format}`)).toBe(await readFile(file, "utf8"));
});

test("the Postman files are those of their package", async () => {
  expect(postmanFiles).toContain(collectionFile);
  for (const file of postmanFiles)
    expect(await readBuilt(basename(file))).toBe(await readFile(file, "utf8"));
});

describe("llms.txt", async () => {
  const text = await readBuilt("llms.txt");

  test("begins as its readers expect, with a title and a summary", () => {
    expect(text.split("\n").slice(0, 3)).toEqual([
      `# ${bundle.info.title}`,
      "",
      `> ${bundle.info.summary}`,
    ]);
  });

  test("lists every guide as Markdown and every file, each with what it is", () => {
    const links = [...text.matchAll(/^- \[.+\]\((.+)\): .+$/gm)].map(([, link]) => link);
    for (const { slug } of guides) expect(links).toContain(`${slug}.md`);
    for (const file of ["openapi.json", "openapi.yaml", "reference.md", basename(collectionFile)])
      expect(links).toContain(file);
    for (const link of links) expect(builtFiles).toContain(link);
    expect(new Set(links).size).toBe(links.length);
  });
});

describe.each(guides)("the Markdown copy of $slug", async (guide) => {
  const text = await readBuilt(`${guide.slug}.md`);
  const copy = parseMarkdown(text);

  test("has every sample of the page and every value of the document in it", () => {
    const values = fencesOf(copy).map(({ value }) => value);
    expect(values).toEqual(fencesOf(expandGuide(guide, bundle)).map(({ value }) => value));
  });

  test("is plain Markdown: no directive, no front matter, no note to the build", () => {
    const notes: string[] = [];
    visit(copy, (node) => {
      if (/Directive$|^yaml$/.test(node.type)) notes.push(node.type);
      if (node.type === "code" && node.meta && !/^title="[^"]+"$/.test(node.meta))
        notes.push(node.meta);
    });
    expect(notes).toEqual([]);
    expect(text).not.toMatch(/^:::?|\{of=/m);
    expect(text.startsWith(`# ${guide.title}\n`)).toBe(true);
    expect(text).not.toMatch(/\]\((operation|error):/);
  });
});

test("the Markdown of the reference has every operation with its samples, and every webhook", async () => {
  const text = await readBuilt("reference.md");
  for (const { path, method, operation } of operationsOf(view)) {
    expect(text).toContain(`## ${operation.summary}\n`);
    expect(text).toContain(`\`${method.toUpperCase()} ${bundle.servers[0]?.url}${path}\``);
    for (const { source } of operation["x-codeSamples"] ?? [])
      expect(text).toContain(source.trimEnd());
  }
  for (const event of Object.keys(bundle.webhooks)) expect(text).toContain(`## ${event}\n`);
});

test("the copy of the errors names every code", async () => {
  const text = await readBuilt("errors.md");
  for (const code of errorCodes)
    expect(text).toMatch(new RegExp(`^### ${code.replaceAll("_", "\\\\?_")}$`, "m"));
});

test("the sitemap lists every page once, and robots.txt leads to it", async () => {
  const locations = [...(await readBuilt("sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, location = ""]) => new URL(location),
  );
  expect(locations.map(({ pathname }) => pathname.slice(1)).toSorted()).toEqual(paths.toSorted());
  const robots = await readBuilt("robots.txt");
  expect(robots).toContain("User-agent: *\nAllow: /\n");
  expect(robots).toContain(`Sitemap: ${locations[0]?.origin}/sitemap.xml\n`);
});

test("every page is in the site, and no other", () => {
  const built = builtPages.map(({ path }) => path).filter((path) => path !== "404.html");
  expect(built).toEqual(paths.map((path) => `${path}index.html`).toSorted());
});

test("every text has a compressed copy with the same content", async () => {
  const texts = builtFiles.filter((path) => /\.(html|js|css|json|yaml|md|txt|xml|svg)$/.test(path));
  for (const path of texts) {
    const copy = gunzipSync(await readFile(`${distFolder}/${path}.gz`)).toString();
    expect(copy === (await readBuilt(path)), path).toBe(true);
  }
});

import "./site/silence.ts";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "astro";
import { readBundle } from "./bundle.ts";
import { distFolder } from "./dist.ts";
import { exampleMessage } from "./guides/example-message.ts";
import { expandGuide, resolveLinks } from "./guides/expand.ts";
import { readGuides } from "./guides/guide.ts";
import { guideMarkdown, markdownAddresses } from "./guides/markdown.ts";
import { llmsTxt } from "./machines/llms-txt.ts";
import { machineFiles } from "./machines/machine-files.ts";
import { sitemap } from "./machines/sitemap.ts";
import { redocParts } from "./reference/redoc-parts.ts";
import { referenceMarkdown } from "./reference/reference-markdown.ts";
import { renderPage } from "./reference/render.ts";
import { referenceSections } from "./reference/sections.ts";
import { docsView } from "./reference/view/docs-view.ts";
import { withTryItLinks } from "./reference/view/try-it-links.ts";
import { defaultPort } from "./serve.ts";
import { compressTexts } from "./site/compress.ts";
import { siteConfig } from "./site/config.ts";
import { siteAddresses, writeContent } from "./site/content.ts";
import { finishSite } from "./site/finish.ts";
import { referencePage } from "./site/reference/reference-page.ts";
import { writeSearchIndex } from "./site/search/search-index.ts";
import { siteUrl } from "./site/site-url.ts";
import { callForm } from "./site/try-it/call-form.ts";

// The address that the site will have, for the sitemap and the page of what is not found: all else is relative.
const url = siteUrl(process.env.DOCS_URL, `http://127.0.0.1:${defaultPort}/`);

const bundle = await readBundle();
const view = docsView(bundle);
const sections = referenceSections(view);
const guides = await readGuides();
const files = machineFiles(bundle);

const pages = guides.map((guide) => ({ guide, tree: expandGuide(guide, bundle) }));
const links = {
  slugs: new Set(guides.map(({ slug }) => slug)),
  routes: new Map(
    sections.flatMap(({ entries }) => entries.map(({ name, route }) => [name, route])),
  ),
  files: new Set(files.map(({ path }) => path)),
};
await writeContent(
  pages.map(({ guide, tree }) => ({
    guide,
    tree: resolveLinks(guide, structuredClone(tree), { ...links, addresses: siteAddresses }),
  })),
  {
    liveParts: {
      text: exampleMessage(bundle),
      form: (operationId) => callForm(bundle, operationId),
    },
    referenceDescription: bundle.info.summary,
  },
);

const reference = referencePage(redocParts(await renderPage(withTryItLinks(view))));
await rm(distFolder, { recursive: true, force: true });
await build(siteConfig({ guides, sections, outDir: distFolder }));
await finishSite(distFolder, { reference, basePath: url.pathname });

await write(reference.script.path, reference.script.source);
for (const { guide, tree } of pages) {
  const resolved = resolveLinks(guide, tree, { ...links, addresses: markdownAddresses });
  await write(`${guide.slug}.md`, guideMarkdown(guide, resolved));
}
await write("reference.md", referenceMarkdown(view));
const { title, summary } = bundle.info;
await write("llms.txt", llmsTxt({ title, summary, guides, files }));
const paths = [...guides.map(({ slug }) => (slug === "index" ? "" : `${slug}/`)), "reference/"];
await write("sitemap.xml", sitemap(url.href, paths));
await write("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${new URL("sitemap.xml", url)}\n`);
for (const { path, source } of files) if (source) await copyFile(source, join(distFolder, path));
await writeSearchIndex(
  distFolder,
  sections.flatMap(({ entries }) =>
    entries.map(({ label, route, text }) => ({
      url: `/reference/#${route}`,
      title: label,
      content: text,
    })),
  ),
);
await compressTexts(distFolder);

async function write(path: string, text: string): Promise<void> {
  const file = join(distFolder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

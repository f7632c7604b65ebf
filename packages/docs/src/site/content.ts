import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Root } from "mdast";
import type { Addresses } from "../guides/expand.ts";
import type { Guide } from "../guides/guide.ts";
import { guideMdx, type LiveParts } from "../guides/mdx.ts";
import { basePlaceholder } from "./config.ts";

/** Where the site generator reads its pages; everything in it is written by the build. */
const contentFolder = fileURLToPath(new URL("content/docs", import.meta.url));

/** Addresses as the pages of the site have them. */
export const siteAddresses: Addresses = {
  guide: (slug, anchor) => `${basePlaceholder}/${slug === "index" ? "" : `${slug}/`}${anchor}`,
  operation: (route) => `${basePlaceholder}/reference/#${route}`,
  file: (path) => `${basePlaceholder}/${path}`,
};

/** Writes the pages for the site generator: the guides, and the one that Redoc is set into. */
export async function writeContent(
  guides: readonly { guide: Guide; tree: Root }[],
  { liveParts, referenceDescription }: { liveParts: LiveParts; referenceDescription: string },
): Promise<void> {
  await rm(contentFolder, { recursive: true, force: true });
  await mkdir(contentFolder, { recursive: true });
  for (const { guide, tree } of guides) {
    await writeFile(
      `${contentFolder}/${guide.slug}.mdx`,
      guideMdx(guide, tree, { liveParts, markdown: siteAddresses.file(`${guide.slug}.md`) }),
    );
  }
  const matter = {
    title: "API reference",
    description: referenceDescription,
    tableOfContents: false,
    pagefind: false,
    prev: false,
    next: false,
  };
  await writeFile(
    `${contentFolder}/reference.mdx`,
    `---\n${JSON.stringify(matter)}\n---\n\nimport Reference from "../../reference/reference.astro";\n\n<Reference />\n`,
  );
}

import { fileURLToPath } from "node:url";
import starlight from "@astrojs/starlight";
import type { AstroInlineConfig } from "astro";
import type { Guide } from "../guides/guide.ts";
import { groups } from "../guides/guide.ts";
import type { ReferenceSection } from "../reference/sections.ts";

/**
 * What every address of the built site begins with until `withRelativeAddresses` makes it relative to
 * the page that it stands in. It has to be a word that nothing else contains.
 */
export const basePlaceholder = "/docs-site-base";

const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/** How the site generator builds the site: everything in files of their own, nothing loaded from elsewhere. */
export function siteConfig({
  guides,
  sections,
  outDir,
}: {
  guides: readonly Guide[];
  sections: readonly ReferenceSection[];
  outDir: string;
}): AstroInlineConfig {
  return {
    configFile: false,
    root: packageRoot,
    srcDir: "./src/site",
    publicDir: "./src/site/public",
    outDir,
    base: basePlaceholder,
    // "always" puts a slash behind the routes of the reference too.
    trailingSlash: "ignore",
    logLevel: "error",
    build: { inlineStylesheets: "never" },
    // Its native part cannot be bundled.
    vite: { build: { assetsInlineLimit: 0 }, ssr: { external: ["satteri"] } },
    integrations: [
      starlight({
        title: guides.find(({ slug }) => slug === "index")?.title ?? "",
        customCss: ["./src/site/styles/site.css"],
        favicon: "/favicon.svg",
        components: { Search: "./src/site/search/search.astro" },
        sidebar: [
          ...groups.map((label) => ({
            label,
            items: guides.filter((guide) => guide.group === label).map(({ slug }) => ({ slug })),
          })),
          {
            label: "Reference",
            items: [
              { label: "Overview", link: "/reference/" },
              ...sections.map(({ label, entries }) => ({
                label,
                collapsed: true,
                items: entries.map((entry) => ({
                  label: entry.label,
                  link: `/reference/#${entry.route}`,
                })),
              })),
            ],
          },
        ],
      }),
    ],
  };
}

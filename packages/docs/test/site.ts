import { readBundle } from "../src/bundle.ts";
import { readGuides } from "../src/guides/guide.ts";
import { referenceSections } from "../src/reference/sections.ts";
import { docsView } from "../src/reference/view/docs-view.ts";

// What the built site has to consist of, by what it is built from.

export const bundle = await readBundle();
export const view = docsView(bundle);
export const sections = referenceSections(view);
export const guides = await readGuides();

/** The address of a guide below the site, as `quick-start/`; the first page has none. */
export const pathOf = ({ slug }: { slug: string }) => (slug === "index" ? "" : `${slug}/`);

/** The addresses of all pages, below the site. */
export const paths = [...guides.map(pathOf), "reference/"];

/** Everything that the reference shows at a route of its own: operations, webhooks, schemas. */
export const entries = sections.flatMap((section) => section.entries);

/** The operations and the webhooks. */
export const operations = sections
  .filter(({ label }) => label !== "Schemas")
  .flatMap((section) => section.entries);

export const errorCodes = Object.keys(
  bundle.components.schemas.ErrorCode?.["x-extensible-enum"] ?? {},
);

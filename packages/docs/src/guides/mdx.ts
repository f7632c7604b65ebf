import type { Code, PhrasingContent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { fenceTitle, languageNames } from "./fence.ts";
import type { Guide } from "./guide.ts";
import { type Block, type Tab, withTabs } from "./tabs.ts";

const writer = unified().use(remarkStringify).use(remarkGfm).use(remarkMdx);

/** What the live parts of a guide begin with. */
export interface LiveParts {
  /** The text in the segment counter. */
  text: string;
  /** The form to try an operation. */
  form(operationId: string): unknown;
}

/**
 * A guide as the site generator reads it. Samples in several languages that follow one another become
 * tabs, each with what its sample prints, and the live parts become components.
 *
 * @param markdown the address of the same page as plain Markdown
 */
export function guideMdx(
  { title, description }: Guide,
  tree: Root,
  { liveParts, markdown }: { liveParts: LiveParts; markdown: string },
): string {
  const imports = [
    'import { Aside, TabItem, Tabs } from "@astrojs/starlight/components";',
    'import SegmentCounter from "../../segment-counter/segment-counter.astro";',
    'import TryIt from "../../try-it/try-it.astro";',
  ];
  const attrs = { rel: "alternate", type: "text/markdown", href: markdown };
  const matter = { title, description, head: [{ tag: "link", attrs }] };
  const asMarkdown = paragraph({
    type: "link",
    url: markdown,
    children: [{ type: "text", value: "This page as Markdown" }],
  });
  const children = [...withTabs(tree.children).map((block) => shown(block, liveParts)), asMarkdown];
  const content = writer.stringify({ type: "root", children });
  return `---\n${JSON.stringify(matter)}\n---\n\n${imports.join("\n")}\n\n${content}`;
}

function shown(block: Block, liveParts: LiveParts): RootContent {
  if (Array.isArray(block)) return tabs(block);
  if (block.type === "code") return fence(block);
  if (block.type === "containerDirective") {
    const children = withTabs(block.children).map((each) => shown(each, liveParts));
    return element("Aside", { type: block.name }, children);
  }
  if (block.type !== "leafDirective") return block;
  const operation = block.attributes?.operation ?? "";
  return block.name === "counter"
    ? element("SegmentCounter", { text: liveParts.text })
    : element("TryIt", { form: JSON.stringify(liveParts.form(operation)) });
}

function tabs(all: Tab[]): RootContent {
  const names = all.map(({ label }) => label);
  // Tabs of languages follow each other's choice on all pages, others those of the same names.
  const languages = new Set(languageNames.values());
  const syncKey = names.every((name) => languages.has(name)) ? "language" : names.join(" ");
  const items = all.map(({ label, fences }) => element("TabItem", { label }, fences.map(fence)));
  return element("Tabs", { syncKey }, items);
}

/** A fence as the site shows it: only its title is left of the notes to the build. */
function fence(code: Code): Code {
  const title = fenceTitle(code);
  return { ...code, meta: title ? `title=${JSON.stringify(title)} frame="code"` : null };
}

function paragraph(...children: PhrasingContent[]): RootContent {
  return { type: "paragraph", children };
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: RootContent[] = [],
): MdxJsxFlowElement {
  return {
    type: "mdxJsxFlowElement",
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: "mdxJsxAttribute",
      name: key,
      value,
    })),
    children: children as MdxJsxFlowElement["children"],
  };
}

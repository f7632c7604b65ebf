import type { Blockquote, PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Addresses } from "./expand.ts";
import { fenceTitle } from "./fence.ts";
import type { Guide } from "./guide.ts";

const writer = unified()
  .use(remarkStringify, { bullet: "-", rule: "-" })
  .use(remarkGfm, { tablePipeAlign: false });

/** Addresses as the Markdown files of the site have them, which lie side by side. */
export const markdownAddresses: Addresses = {
  guide: (slug, anchor) => `${slug}.md${anchor}`,
  operation: (route) => `reference/#${route}`,
  file: (path) => path,
};

/** A guide as plain Markdown for machines: no front matter, and no directive. */
export function guideMarkdown({ title, description }: Guide, tree: Root): string {
  const heading: RootContent = { type: "heading", depth: 1, children: [text(title)] };
  const content = [heading, quote(paragraph(text(description))), ...tree.children.flatMap(plain)];
  return writer.stringify({ type: "root", children: content });
}

function plain(node: RootContent): RootContent[] {
  if (node.type === "leafDirective") return [];
  if (node.type === "containerDirective") {
    const name = paragraph({ type: "strong", children: [text(node.name)] });
    return [quote(name, ...node.children.flatMap(plain))];
  }
  if (node.type !== "code") return [node];
  const title = fenceTitle(node);
  return [{ ...node, meta: title ? `title=${JSON.stringify(title)}` : null }];
}

function quote(...children: RootContent[]): RootContent {
  return { type: "blockquote", children: children as Blockquote["children"] };
}

function paragraph(...children: PhrasingContent[]): RootContent {
  return { type: "paragraph", children };
}

function text(value: string): PhrasingContent {
  return { type: "text", value };
}

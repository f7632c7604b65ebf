import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { problemLine, readPage } from "@getclickmedia/sms-executable-markdown";
import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A guide as its author wrote it. */
export interface Guide {
  /** Where it stands in the site, as `quick-start`; the first page is `index`. */
  slug: string;
  /** The file to name when something is wrong with it. */
  file: string;
  title: string;
  description: string;
  /** Under which heading of the navigation it stands. */
  group: string;
  order: number;
  tree: Root;
}

const guidesFolder = fileURLToPath(new URL("../../pages", import.meta.url));

/** The headings of the navigation, in their order. */
export const groups = ["Start", "Guides", "Testing", "Going live"];

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDirective);

/** Markdown as a tree, with the directives that a guide may have. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}

/**
 * Every guide, in the order of the navigation.
 * @throws Error with file and line of each sample that nothing can run or check.
 */
export async function readGuides(folder = guidesFolder): Promise<Guide[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const pages = texts.map((text, index) => readPage(text, fileOf(names[index] ?? "")));
  const problems = pages.flatMap((page) => page.problems.map(problemLine));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return texts
    .map((text, index) => parseGuide(text, names[index] ?? ""))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order);
}

/** @throws Error when the front matter lacks something, with the name of the file. */
export function parseGuide(markdown: string, name: string): Guide {
  const file = fileOf(name);
  const { problems, frontMatter } = readPage(markdown, file);
  const [first] = problems;
  if (first?.line === 1) throw new Error(problemLine(first));
  const { title, description, group, order } = frontMatter;
  if (!groups.includes(group)) {
    throw new Error(`${file}:1: The group ${group} is not one of ${groups.join(", ")}.`);
  }
  const { children, ...root } = parseMarkdown(markdown);
  const tree = { ...root, children: children.filter(({ type }) => type !== "yaml") };
  return { slug: basename(name, ".md"), file, title, description, group, order, tree };
}

/** What messages call a guide. */
function fileOf(name: string): string {
  return `packages/docs/pages/${name}`;
}

import { posix } from "node:path";
import { slug } from "github-slugger";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../src/guides/guide.ts";
import { builtFiles, builtPages, readBuilt } from "./built-page.ts";
import { entries, sections, view } from "./site.ts";

const files = new Set(builtFiles);
const pages = new Map(builtPages.map((page) => [page.path, page]));
const copies = await Promise.all(
  builtFiles
    .filter((path) => path.endsWith(".md"))
    .toSorted()
    .map(async (path) => [path, parseMarkdown(await readBuilt(path))] as const),
);

/** What the reference shows behind the `#`: entries, the tags over them, and the headings of its introduction. */
const routes = new Set([
  "/",
  ...entries.map(({ route }) => route),
  ...sections.map(({ label }) => `/${slug(label)}`),
  ...headingsOf(view.info.description).map((heading) => `/section/${slug(heading)}`),
]);

/** The anchors that Redoc understands in descriptions. */
const operationAnchors = new Set(entries.map(({ name }) => `operation/${name}`));

function headingsOf(markdown: string): string[] {
  const headings: string[] = [];
  visit(parseMarkdown(markdown), "heading", (heading) => {
    headings.push(plainText(heading));
  });
  return headings;
}

const isElsewhere = (link: string) => /^[a-z][a-z0-9+.-]*:/i.test(link);

/** What is wrong with a link of a file, if anything is. */
function fault(from: string, link: string): string | undefined {
  const [, path = "", query, anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(link) ?? [];
  if (query) return "has a query";
  // Only the page for addresses of any depth has to start from the root.
  if (path.startsWith("/") && from !== "404.html") return "starts from the root";
  const joined = posix.join(posix.dirname(from), path || posix.basename(from)).replace(/^\.\//, "");
  const absolute = path.startsWith("/") ? path.slice(1) : joined === "." ? "" : joined;
  const file = absolute === "" || absolute.endsWith("/") ? `${absolute}index.html` : absolute;
  if (!files.has(file)) return `leads to ${file}, which is not there`;
  if (anchor === undefined || anchor === "") return undefined;
  if (anchor.startsWith("/")) {
    if (file !== "reference/index.html") return "is a route, but not of the reference";
    return routes.has(anchor) ? undefined : "is no route of the reference";
  }
  if (file === "reference/index.html" && operationAnchors.has(anchor)) return undefined;
  const ids = pages.get(file)?.ids ?? anchorsOf(file);
  return ids.has(decodeURIComponent(anchor)) ? undefined : `names an anchor that ${file} lacks`;
}

/** The anchors of a Markdown file, as the usual viewers make them of its headings. */
function anchorsOf(file: string): ReadonlySet<string> {
  const tree = copies.find(([path]) => path === file)?.[1];
  const anchors = new Set<string>();
  if (tree)
    visit(tree, "heading", (heading) => {
      anchors.add(slug(plainText(heading)));
    });
  return anchors;
}

function linksOf(tree: (typeof copies)[number][1]): string[] {
  const links: string[] = [];
  visit(tree, (node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition")
      links.push(node.url);
  });
  return links;
}

const faultsOf = (path: string, links: string[]) =>
  [...new Set(links)]
    .filter((link) => !isElsewhere(link))
    .flatMap((link) => {
      const problem = fault(path, link);
      return problem ? [`${link} ${problem}`] : [];
    });

describe("every link within the site leads to something", () => {
  test.each(builtPages)("in $path", ({ path, links }) => {
    expect(links.length).toBeGreaterThan(5);
    expect(faultsOf(path, links)).toEqual([]);
  });

  test.each(copies)("in %s", (path, tree) => {
    expect(faultsOf(path, linksOf(tree))).toEqual([]);
  });
});

test("a link that leads nowhere would be noticed", () => {
  for (const link of [
    "../nothing/",
    "#nothing",
    "../errors/#nothing",
    "../reference/#/nothing",
    "#/messages/send",
    "/errors/",
    "?a=b",
  ])
    expect(fault("quick-start/index.html", link)).toBeDefined();
  expect(fault("quick-start/index.html", "../reference/#/messages/send")).toBeUndefined();
});

test("every link to elsewhere is known, and encrypted", async () => {
  const links = [
    ...builtPages.flatMap(({ links: all }) => all),
    ...copies.flatMap(([, tree]) => linksOf(tree)),
  ].filter((link) => isElsewhere(link) && !link.startsWith("data:"));
  const elsewhere = [...new Set(links)]
    .filter((link) => !["127.0.0.1", "localhost"].includes(new URL(link).hostname))
    .toSorted();
  for (const link of elsewhere) expect(new URL(link).protocol).toBe("https:");
  const report = `# Links to elsewhere

Written by the tests of this folder: \`vitest --update\` writes it anew, and a change of it shows in review.

${elsewhere.map((link) => `- <${link}>\n`).join("")}`;
  await expect(report).toMatchFileSnapshot("external-links.md");
});

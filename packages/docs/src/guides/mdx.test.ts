import { expect, test } from "vitest";
import { parseGuide } from "./guide.ts";
import { guideMdx } from "./mdx.ts";

const matter = '---\ntitle: "T: one"\ndescription: D\ngroup: Start\norder: 1\n---\n\n';
const options = {
  markdown: "/base/page.md",
  liveParts: { text: "Hello {you}", form: (operationId: string) => ({ operationId }) },
};

/** What stands below the imports. */
function written(content: string): string {
  const guide = parseGuide(`${matter}${content}\n`, "page.md");
  const text = guideMdx(guide, guide.tree, options);
  return text.slice(text.lastIndexOf("import ")).split("\n").slice(2).join("\n");
}

const fence = (info: string, text = info) => `\`\`\`${info}\n${text}\n\`\`\`\n\n`;

/** The tabs of a page by their names, each with the text of the fences in it. */
function tabsOf(mdx: string): [label: string, texts: string[]][] {
  return [...mdx.matchAll(/<TabItem label="([^"]+)">([\s\S]*?)<\/TabItem>/g)].map(
    ([, label = "", inner = ""]) => [
      label,
      [...inner.matchAll(/```.*\n([\s\S]*?)\n\s*```/g)].map(([, text = ""]) => text.trim()),
    ],
  );
}

test("a page has its title and description in front, as JSON, and says where its Markdown is", () => {
  const guide = parseGuide(`${matter}Text.\n`, "page.md");
  const [, front = ""] = guideMdx(guide, guide.tree, options).split("---\n");
  const attrs = { rel: "alternate", type: "text/markdown", href: "/base/page.md" };
  expect(JSON.parse(front)).toEqual({
    title: "T: one",
    description: "D",
    head: [{ tag: "link", attrs }],
  });
  expect(written("Text.")).toBe("Text.\n\n[This page as Markdown](/base/page.md)\n");
});

test("samples in several languages become tabs, each with what it prints", () => {
  const mdx = written(
    fence("sh", "curl x") +
      fence("json output", "{}") +
      fence("js", "a()") +
      fence("python", "b()") +
      fence("php", "c();") +
      fence("text output", "done"),
  );
  expect(mdx).toContain('<Tabs syncKey="language">');
  expect(tabsOf(mdx)).toEqual([
    ["curl", ["curl x", "{}"]],
    ["Node.js", ["a()", "done"]],
    ["Python", ["b()", "done"]],
    ["PHP", ["c();", "done"]],
  ]);
});

test("samples of one kind are no tabs", () => {
  const mdx = written(fence("sh serves", "npx x") + fence("text output", "ready"));
  expect(mdx).not.toContain("<Tabs");
  expect(mdx).toContain("```sh\nnpx x\n```");
  expect(mdx).toContain('```text title="Output" frame="code"\nready\n```');
});

test("a file has its name above it", () => {
  expect(written(fence('json file="a.json"', "{}"))).toContain('title="a.json" frame="code"');
});

test("tabs with names of their own do not follow the choice of language", () => {
  const mdx = written(fence('js label="Express"') + fence('js label="Hono"'));
  expect(tabsOf(mdx).map(([label]) => label)).toEqual(["Express", "Hono"]);
  expect(mdx).toContain('<Tabs syncKey="Express Hono">');
});

test("TypeScript stands under the name of Node.js", () => {
  expect(tabsOf(written(fence("ts") + fence("python"))).map(([label]) => label)).toEqual([
    "Node.js",
    "Python",
  ]);
});

test("no note to the build is left at a fence", () => {
  const mdx = written(fence('sh state="carrier-down" exit=22', "x") + fence("js offline", "y"));
  expect(mdx).not.toMatch(/carrier-down|exit=22|offline/);
});

test("live parts become components with what they begin with", () => {
  const mdx = written('::counter\n\n::try-it{operation="send"}');
  expect(mdx).toContain('<SegmentCounter text="Hello {you}" />');
  const [, form = ""] = /<TryIt form=(["'][^\n]+["']) \/>/.exec(mdx) ?? [];
  expect(form.slice(1, -1).replaceAll(/&#x22;|&quot;/g, '"')).toBe('{"operationId":"send"}');
});

test("a note becomes an aside, with what is in it", () => {
  const mdx = written(":::caution\nNever **twice**.\n:::");
  expect(mdx).toMatch(/<Aside type="caution">\s+Never \*\*twice\*\*\.\s+<\/Aside>/);
});

test("samples within a note are tabs too", () => {
  const mdx = written(`:::note\n${fence("sh")}${fence("js")}:::`);
  expect(tabsOf(mdx).map(([label]) => label)).toEqual(["curl", "Node.js"]);
});

test("what would be code in MDX is text", () => {
  const mdx = written("Curly {braces} and a < b.\n\nA `{x}` stays.");
  expect(mdx).toContain("\\{braces}");
  expect(mdx).toContain("\\<");
  expect(mdx).toContain("`{x}`");
});

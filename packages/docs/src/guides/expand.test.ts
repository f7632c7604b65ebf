import type { Code, Link } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf } from "../document.ts";
import { number, tables } from "../tables/tables.ts";
import { type Addresses, expandGuide, resolveLinks } from "./expand.ts";
import { parseGuide, parseMarkdown } from "./guide.ts";

const bundle = await readBundle();
const matter = "---\ntitle: T\ndescription: D\ngroup: Start\norder: 1\n---\n\n";
const guide = (content: string) => parseGuide(`${matter}${content}\n`, "page.md");
const expand = (content: string) => expandGuide(guide(content), bundle);

const send = operationsOf(bundle).find(({ operation }) => operation.operationId === "send");
const [content] = Object.values(send?.operation.requestBody?.content ?? {});
const [exampleName = "", example] = Object.entries(content?.examples ?? {})[0] ?? [];

test("a single value of the document stands in the text, as it is written in one", () => {
  const [version, limit] = ["/info/version", "/components/schemas/MessageText/maxLength"];
  const tree = expand(`Version :spec{of="${version}"}, at most :spec{of="${limit}"}.`);
  const { maxLength } = bundle.components.schemas.MessageText as { maxLength?: number };
  expect(plainText(tree)).toBe(`Version ${bundle.info.version}, at most ${number(maxLength)}.`);
  expect(number(maxLength)).toContain(",");
});

test("a pointer may have the escapes of JSON pointers", () => {
  const [path = ""] = Object.keys(bundle.paths);
  const method = Object.keys(bundle.paths[path] ?? {})[0] ?? "";
  const pointer = `/paths/${path.replaceAll("/", "~1")}/${method}/operationId`;
  expect(plainText(expand(`:spec{of="${pointer}"}`))).toBe(
    bundle.paths[path]?.[method]?.operationId,
  );
});

test.each(Object.keys(tables))("the table %s stands where it is asked for", (name) => {
  const tree = expand(`Before.\n\n::table{of="${name}"}\n\nAfter.`);
  const own = parseMarkdown(tables[name]?.(bundle) ?? "").children;
  expect(tree.children).toHaveLength(own.length + 2);
  expect(tree.children.slice(1, -1).map((node) => plainText(node))).toEqual(
    own.map((node) => plainText(node)),
  );
});

test("a table within a list stays in it", () => {
  const [list] = expand('1. A\n\n   ::table{of="plans"}\n\n2. B').children;
  expect(list).toMatchObject({
    type: "list",
    children: [{ children: [{ type: "paragraph" }, { type: "table" }] }, {}],
  });
});

test("examples of requests and of webhooks are JSON", () => {
  const [event = ""] = Object.keys(bundle.webhooks);
  const [payload] = Object.values(bundle.webhooks[event]?.post.requestBody?.content ?? {});
  const fences = expand(`::example{of="send.${exampleName}"}\n\n::example{of="${event}"}`)
    .children as Code[];
  expect(fences.map(({ type, lang }) => [type, lang])).toEqual([
    ["code", "json"],
    ["code", "json"],
  ]);
  expect(fences.map(({ value }) => JSON.parse(value))).toEqual([
    example?.value,
    Object.values(payload?.examples ?? {})[0]?.value,
  ]);
  expect(fences[0]?.value).toContain('\n  "');
});

test("what runs in the page is left for each output, and the guide itself as it was", () => {
  const own = guide('::counter\n\n::try-it{operation="send"}\n\n::table{of="plans"}');
  const before = JSON.stringify(own.tree);
  expect(expandGuide(own, bundle).children.map(({ type }) => type)).toEqual([
    "leafDirective",
    "leafDirective",
    "table",
  ]);
  expect(JSON.stringify(own.tree)).toBe(before);
});

test.each([
  ['::table{of="nothing"}', "There is no table nothing. There are key-prefixes, "],
  ["::table", "There is no table ."],
  ['A :spec{of="/nothing/here"}.', "The document has no single value at /nothing/here."],
  ['A :spec{of="/info"}.', "The document has no single value at /info."],
  ['::example{of="send.nothing"}', "The document has no example send.nothing."],
  ['::example{of="nothing"}', "The document has no example nothing."],
  ["::tabel", "Nothing is called tabel here. Write \\: where a colon is meant as a colon."],
  ["At a:b.", "Nothing is called b here. Write \\: where"],
])("%s is told with its file and line", (text, problem) => {
  expect(() => expand(`First.\n\n${text}`)).toThrow(`packages/docs/pages/page.md:10: ${problem}`);
});

const addresses: Addresses = {
  guide: (slug, anchor) => `guide ${slug} ${anchor}`,
  operation: (route) => `operation ${route}`,
  file: (path) => `file ${path}`,
};

function resolved(content: string): string[] {
  const own = guide(content);
  const urls: string[] = [];
  visit(
    resolveLinks(own, structuredClone(own.tree), {
      routes: new Map([["send", "/messages/send"]]),
      slugs: new Set(["bulk", "errors"]),
      files: new Set(["openapi.json", "llms.txt"]),
      addresses,
    }),
    "link",
    (link: Link) => {
      urls.push(link.url);
    },
  );
  return urls;
}

test("links get the addresses of the output", () => {
  expect(
    resolved(
      "[a](bulk.md) [b](bulk.md#limits) [c](operation:send) [d](error:QUOTA_EXCEEDED) " +
        "[e](openapi.json) [f](#here) [g](https://example.com/a.md) <http://127.0.0.1:4020/>",
    ),
  ).toEqual([
    "guide bulk ",
    "guide bulk #limits",
    "operation /messages/send",
    "guide errors #quota_exceeded",
    "file openapi.json",
    "#here",
    "https://example.com/a.md",
    "http://127.0.0.1:4020/",
  ]);
});

test.each([
  ["[a](nothing.md)", "There is no page nothing.md to link to."],
  ["[a](operation:nothing)", "The document has no operation nothing."],
  ["[a](other.txt)", "The link other.txt is neither a page, an operation nor an address."],
  ["[a](/bulk/)", "The link /bulk/ is neither a page, an operation nor an address."],
  ["[a](javascript:alert)", "The link javascript:alert is neither"],
])("the link %s is told with its file and line", (text, problem) => {
  expect(() => resolved(`First.\n\n${text}`)).toThrow(`packages/docs/pages/page.md:10: ${problem}`);
});

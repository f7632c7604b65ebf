import type { Link, Nodes, Root, RootContent } from "mdast";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import { SKIP, visit } from "unist-util-visit";
import type { Json, OpenApiDocument } from "../document.ts";
import { operationsOf } from "../document.ts";
import { number, tables } from "../tables/tables.ts";
import { type Guide, parseMarkdown } from "./guide.ts";

/** Something of a guide that runs in the page: left as it is, for each output to write in its way. */
const liveParts = ["counter", "try-it"];

/**
 * A guide with everything in it that is made from the document: tables, examples and single values.
 * @throws Error for what the document does not have, with the file and the line.
 */
export function expandGuide(guide: Guide, document: OpenApiDocument): Root {
  const tree = structuredClone(guide.tree);
  visit(tree, (node, index, parent) => {
    if (node.type !== "leafDirective" && node.type !== "textDirective") return undefined;
    if (node.type === "leafDirective" && liveParts.includes(node.name)) return SKIP;
    if (!parent || index === undefined) return undefined;
    const content = written(node, document, (problem) => at(guide, node, problem));
    (parent.children as RootContent[]).splice(index, 1, ...content);
    return [SKIP, index + content.length];
  });
  return tree;
}

type Fail = (problem: string) => Error;

function written(
  node: LeafDirective | TextDirective,
  document: OpenApiDocument,
  fail: Fail,
): RootContent[] {
  const of = node.attributes?.of ?? "";
  switch (node.type === "textDirective" ? `:${node.name}` : node.name) {
    case ":spec":
      return [
        {
          type: node.attributes?.code === undefined ? "text" : "inlineCode",
          value: number(valueAt(document, of, fail)),
        },
      ];
    case "table": {
      const table = tables[of];
      if (!table)
        throw fail(`There is no table ${of}. There are ${Object.keys(tables).join(", ")}.`);
      return parseMarkdown(table(document)).children;
    }
    case "example":
      return [
        { type: "code", lang: "json", value: JSON.stringify(example(document, of, fail), null, 2) },
      ];
    default:
      throw fail(
        `Nothing is called ${node.name} here. Write \\: where a colon is meant as a colon.`,
      );
  }
}

/** The value at a JSON pointer. */
function valueAt(document: OpenApiDocument, pointer: string, fail: Fail): Json {
  const keys = pointer.split("/").slice(1);
  const value = keys.reduce<unknown>(
    (parent, key) =>
      (parent as Record<string, unknown> | undefined)?.[
        key.replaceAll("~1", "/").replaceAll("~0", "~")
      ],
    document,
  );
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw fail(`The document has no single value at ${pointer}.`);
  }
  return value;
}

/** A request's example as `send.otp`, or the example of a webhook as `sms.delivered`. */
function example(document: OpenApiDocument, of: string, fail: Fail): Json {
  const webhook = document.webhooks[of]?.post;
  const [operationId, name = ""] = of.split(".");
  const operation =
    webhook ??
    operationsOf(document).find((each) => each.operation.operationId === operationId)?.operation;
  const [content] = Object.values(operation?.requestBody?.content ?? {});
  const examples = content?.examples ?? {};
  const found = webhook ? Object.values(examples)[0] : examples[name];
  if (!found) throw fail(`The document has no example ${of}.`);
  return found.value;
}

/** The addresses that a link of a guide may have, as the output has them. */
export interface Addresses {
  /** Of a guide, as `bulk` with `#limits` or nothing. */
  guide(slug: string, anchor: string): string;
  /** Of an operation or a webhook in the reference. */
  operation(route: string): string;
  /** Of a file that is no page, as `openapi.json`. */
  file(path: string): string;
}

/** Puts addresses in the place of `bulk.md#limits`, `operation:send` and `error:INVALID_NUMBER`. */
export function resolveLinks(
  guide: Guide,
  tree: Root,
  {
    routes,
    slugs,
    files,
    addresses,
  }: {
    /** The route of each operation and webhook by its operationId. */
    routes: ReadonlyMap<string, string>;
    slugs: ReadonlySet<string>;
    /** The files of the site that are no pages. */
    files: ReadonlySet<string>;
    addresses: Addresses;
  },
): Root {
  visit(tree, "link", (link: Link) => {
    const [, scheme, target = ""] = /^(operation|error):(.*)$/.exec(link.url) ?? [];
    const [, slug, anchor = ""] = /^([\w-]+)\.md(#.*)?$/.exec(link.url) ?? [];
    if (scheme === "operation") {
      const route = routes.get(target);
      if (!route) throw at(guide, link, `The document has no operation ${target}.`);
      link.url = addresses.operation(route);
    } else if (scheme === "error") {
      link.url = addresses.guide("errors", `#${target.toLowerCase()}`);
    } else if (files.has(link.url)) {
      link.url = addresses.file(link.url);
    } else if (slug) {
      if (!slugs.has(slug)) throw at(guide, link, `There is no page ${slug}.md to link to.`);
      link.url = addresses.guide(slug, anchor);
    } else if (!/^(https?:\/\/|#)/.test(link.url)) {
      throw at(guide, link, `The link ${link.url} is neither a page, an operation nor an address.`);
    }
  });
  return tree;
}

/** An error about a place in a guide. */
function at(guide: Guide, node: Nodes, problem: string): Error {
  return new Error(`${guide.file}:${node.position?.start.line ?? 1}: ${problem}`);
}

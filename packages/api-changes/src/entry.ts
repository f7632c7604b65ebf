import { type Change, type Rating, ratings } from "./change.ts";
import type { OpenApiDocument } from "./document.ts";
import { isObject, type JsonObject, valueAt } from "./json.ts";
import { plain } from "./markdown.ts";

/** What a version of the API brings, for whoever uses it. */
export interface Entry {
  /** `1.1.0`, or nothing for what is not released yet. */
  version: string | undefined;
  sections: Section[];
}

interface Section {
  heading: string;
  groups: Group[];
}

/** Changes of the same calls. */
interface Group {
  /** The calls and webhooks, in Markdown; empty for all of the API. */
  calls: string;
  items: Item[];
}

export interface Item {
  /** In Markdown. */
  what: string;
  /** What to do about it, in Markdown, where there is something to do. */
  todo?: string;
}

/** What stands above the changes of a rating. */
export const headings: Record<Rating, string> = {
  major: "Breaking",
  minor: "Added",
  patch: "Fixed",
};

/** The entry of a version that changes another. */
export function changesEntry(version: string | undefined, changes: readonly Change[]): Entry {
  const sections = ratings.toReversed().flatMap((rating): Section[] => {
    const rated = changes.filter((change) => change.rating === rating);
    if (rated.length === 0) return [];
    const groups = Map.groupBy(rated, ({ operations }) => callsOf(operations));
    return [
      {
        heading: headings[rating],
        groups: [...groups].map(([calls, group]) => ({ calls, items: itemsOf(group) })),
      },
    ];
  });
  return { version, sections };
}

function itemsOf(changes: readonly Change[]): Item[] {
  const items = changes.map(({ what, todo, rating }) => ({
    what,
    ...(rating === "major" ? { todo } : {}),
  }));
  // The examples of several answers of a call are one item.
  return items.filter((item, index) => items.findIndex(({ what }) => what === item.what) === index);
}

/** Names a few calls, and counts many. */
export function callsOf(operations: readonly string[]): string {
  if (operations.length <= 3) return operations.map((operation) => `\`${operation}\``).join(", ");
  const webhooks = operations.filter((operation) => operation.startsWith("webhook ")).length;
  return [count(operations.length - webhooks, "call"), count(webhooks, "webhook")]
    .flat()
    .join(" and ");
}

function count(number: number, noun: string): string[] {
  return number === 0 ? [] : [`${number} ${noun}${number === 1 ? "" : "s"}`];
}

/** The entry of the first version: all that it has. A link of Markdown is written by whoever knows the addresses. */
export function firstEntry(
  document: OpenApiDocument,
  link: (operationId: string, text: string) => string = (_, text) => text,
): Entry {
  const calls = operationsIn(document, "paths").map(({ name, method, operation }) =>
    itemOf(`\`${method.toUpperCase()} ${name}\``, operation),
  );
  const webhooks = operationsIn(document, "webhooks").map(({ name, operation }) =>
    itemOf(`\`${name}\``, operation),
  );
  const sections = [
    { heading: "Calls", groups: [{ calls: "", items: calls }] },
    { heading: "Webhooks", groups: [{ calls: "", items: webhooks }] },
  ];
  return {
    version: document.info.version,
    sections: sections.filter(({ groups }) => groups.some(({ items }) => items.length > 0)),
  };

  function itemOf(name: string, { operationId, summary }: JsonObject): Item {
    return { what: `${link(String(operationId), name)}: ${plain(String(summary ?? operationId))}` };
  }
}

function operationsIn(
  document: OpenApiDocument,
  kind: "paths" | "webhooks",
): { name: string; method: string; operation: JsonObject }[] {
  const items = valueAt(document, [kind]);
  return Object.entries(isObject(items) ? items : {}).flatMap(([name, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
      isObject(operation) && operation.operationId !== undefined
        ? [{ name, method, operation }]
        : [],
    ),
  );
}

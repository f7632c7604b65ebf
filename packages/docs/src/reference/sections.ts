import { toString as plainText } from "mdast-util-to-string";
import { type OpenApiDocument, operationsOf } from "../document.ts";
import { parseMarkdown } from "../guides/guide.ts";
import { routeOf } from "./page-route.ts";

/** A heading of the reference in the site's navigation. */
export interface ReferenceSection {
  label: string;
  entries: ReferenceEntry[];
}

/** Something that the reference shows: an operation, a webhook or a schema. */
export interface ReferenceEntry {
  /** What links call it: the operationId, or the name of the schema. */
  name: string;
  label: string;
  /** Behind the `#` of the reference. */
  route: string;
  /** What the search finds it by. */
  text: string;
}

/** What the reference shows, as it groups it: by tag, and the schemas last. */
export function referenceSections(document: OpenApiDocument): ReferenceSection[] {
  const operations = [
    ...operationsOf(document).map(({ operation, method, path }) => ({
      operation,
      call: `${method.toUpperCase()} ${path}`,
    })),
    ...Object.entries(document.webhooks).map(([event, { post }]) => ({
      operation: post,
      call: event,
    })),
  ];
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ""))];
  const schemas = Object.entries(document.components.schemas);
  return [
    ...tags.map((tag) => ({
      label: tag,
      entries: operations
        .filter(({ operation }) => operation.tags[0] === tag)
        .map(({ operation, call }) => ({
          name: operation.operationId,
          label: operation.summary,
          route: routeOf(operation),
          text: `${call} ${operation.operationId}. ${withoutMarks(operation.description)}`,
        })),
    })),
    {
      label: "Schemas",
      entries: schemas.map(([name, { title = name, description = "", properties = {} }]) => ({
        name,
        label: title,
        route: `/schemas/${name.toLowerCase()}`,
        text: `${name}. ${withoutMarks(description)} ${Object.keys(properties).join(" ")}`,
      })),
    },
  ];
}

function withoutMarks(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map((block) => plainText(block))
    .join(" ");
}

import type { OpenApiDocument } from "../../document.ts";
import { mapObjects } from "./transform.ts";

/**
 * Joins the lines of each paragraph of the descriptions. Markdown shows a line break as a space, but
 * Redoc's search index drops it and runs two words together.
 */
export function withUnwrappedText(document: OpenApiDocument): OpenApiDocument {
  return mapObjects(document, (object) =>
    typeof object.description === "string"
      ? { ...object, description: unwrapped(object.description) }
      : object,
  );
}

// How a line of a list, a table, a heading, a quote or a code block begins.
const blockLine = /^(?:\s|[-*|#>]|\d+\.|```)/m;

function unwrapped(markdown: string): string {
  return markdown
    .split("\n\n")
    .map((paragraph) =>
      blockLine.test(paragraph) ? paragraph : paragraph.replace(/\n(?=.)/g, " "),
    )
    .join("\n\n");
}

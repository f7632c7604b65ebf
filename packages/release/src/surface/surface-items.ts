/** The files of a report of a public API, by their names. */
export type SurfaceReport = Record<string, string>;

/** A line of a report, with what it belongs to. */
export interface SurfaceItem {
  /** The file, the heading, the declaration and so on, down to the line itself. */
  path: string[];
}

/**
 * What a report of a public API lists. What a line belongs to stands before it and is less indented. So a line means the
 * same wherever its block stands, and another block with the same line is another thing.
 */
export function surfaceItems(report: SurfaceReport): SurfaceItem[] {
  return Object.entries(report).flatMap(([file, text]) => itemsOfFile(file, text));
}

function itemsOfFile(file: string, report: string): SurfaceItem[] {
  const items: SurfaceItem[] = [];
  let heading = "";
  let above: { indent: number; text: string }[] = [];
  for (const line of report.split("\n")) {
    const text = line.trim();
    if (text.startsWith("## ")) heading = text.slice(3);
    if (isNoItem(text)) continue;
    const indent = line.length - line.trimStart().length;
    const outer = above.filter((it) => it.indent < indent);
    // A line such as "} | {" or "} | undefined;" goes on with what was opened at its indentation.
    const opened = closing.test(text) ? above.filter((it) => it.indent === indent).slice(0, 1) : [];
    const own = [...outer, ...opened];
    items.push({ path: [file, heading, ...own.map((it) => it.text), text] });
    above = [...own, { indent, text }];
  }
  return items;
}

/** How a line begins that ends something. */
export const closing = /^[\])}]/;

/** Headings, notes, comments, and brackets that only close something. */
function isNoItem(text: string): boolean {
  return text === "" || /^(#|>|```|\/\/|Written by|[\])}]+[;,]*$)/.test(text);
}

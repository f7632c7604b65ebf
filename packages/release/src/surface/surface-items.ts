/** The files of a report of a public API, by their names. */
export type SurfaceReport = Record<string, string>;

/** A line of a report, with what it belongs to. */
export interface SurfaceItem {
  /** The file, the heading, the declaration and so on, down to the line itself. */
  path: string[];
}

/**
 * What a report of a public API lists. What a line belongs to stands before it and is less indented. So a line means the same wherever its block stands, and another block with the same line is another thing.
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
    // A line such as "} | {" goes on with the declaration.
    const own = text.startsWith("}") ? above.slice(0, 1) : above.filter((it) => it.indent < indent);
    items.push({ path: [file, heading, ...own.map((it) => it.text), text] });
    above = [...own, { indent, text }];
  }
  return items;
}

/** Headings, notes, comments, and brackets that only close something. */
function isNoItem(text: string): boolean {
  return text === "" || /^(#|>|```|\/\/|Written by|[\])}]+[;,]*$)/.test(text);
}

/** A Markdown table. Cells are Markdown themselves. */
export function markdownTable(header: string[], rows: string[][]): string {
  const lines = [header, header.map(() => "---"), ...rows.map((row) => row.map(cell))];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** Text of several lines on one line. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function cell(text: string): string {
  return oneLine(text).replaceAll("|", "\\|");
}

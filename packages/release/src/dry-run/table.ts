import type { Checked } from "./artefact.ts";

/** What would be published where, as a table for a terminal. */
export function table(artefacts: Checked[]): string {
  const rows = [
    ["Where", "What", "Version", "Packed", "Unpacked", "Files", "Tried"],
    ...artefacts.map((it) => [
      it.target,
      it.name,
      it.version,
      kilobytes(it.packed),
      kilobytes(it.unpacked),
      `${it.files}`,
      it.tried.join(", "),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const numbers = [3, 4, 5];
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return numbers.includes(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

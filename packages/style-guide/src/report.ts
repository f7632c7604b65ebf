import { relative } from "node:path";
import type { ISpectralDiagnostic } from "@stoplight/spectral-core";

/** One line for each result, `file:line:column rule message`, then the sum. */
export default function report(results: ISpectralDiagnostic[], directory: string): string {
  const lines = results.map(({ source, range, code, message }) => {
    const file = source === undefined ? "(no file)" : relative(directory, source);
    return `${file}:${range.start.line + 1}:${range.start.character + 1} ${code} ${message}`;
  });
  return [...lines, sum(results.length)].join("\n");
}

function sum(count: number): string {
  if (count === 0) return "The description follows the style guide.";
  return `${count} ${count === 1 ? "fault" : "faults"} against the style guide.`;
}

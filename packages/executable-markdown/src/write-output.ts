import type { ExpectedOutput } from "./page.ts";

/** A page in which a program's output is what it has written. */
export function withOutput(markdown: string, output: ExpectedOutput, written: string): string {
  const lines = markdown.split("\n");
  const indent = /^\s*/.exec(lines[output.line - 1] ?? "")?.[0] ?? "";
  const before = output.text === "" ? 0 : output.text.split("\n").length;
  const text = (output.syntax === "json" ? prettyJson(written) : written).trimEnd();
  const after = text === "" ? [] : text.split("\n").map((line) => (indent + line).trimEnd());
  return lines.toSpliced(output.line, before, ...after).join("\n");
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

import type { Json } from "./json.ts";

/** A value as inline code of Markdown, whatever it holds. */
export function code(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 || text === "" ? " " : "";
  return `${fence}${space}${text.replace(/\s+/g, " ")}${space}${fence}`;
}

/** Text that means itself in Markdown. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>&|]/g, (character) => `\\${character}`);
}

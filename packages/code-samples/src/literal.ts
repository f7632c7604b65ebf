import type { Json } from "./json.ts";

/** How a language writes a value. */
export interface LiteralSyntax {
  null: string;
  true: string;
  false: string;
  string(text: string): string;
  list: [open: string, close: string];
  map: [open: string, close: string];
  /** A key of a map with what separates it from its value, as `"to": `. */
  key(name: string): string;
  /** One step of indentation. */
  indent: string;
}

/**
 * Writes a JSON value as a literal of a language: a map with a line for each entry and a comma after
 * each, a list on one line when it holds no maps or lists. Lines after the first stand `depth` steps in.
 */
export function literal(value: Json, syntax: LiteralSyntax, depth = 0): string {
  if (typeof value === "string") return syntax.string(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? syntax.true : syntax.false;
  if (value === null) return syntax.null;
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, syntax, depth + 1));
    if (value.every(isScalar)) return syntax.list.join(items.join(", "));
    return block(items, syntax.list, syntax.indent, depth);
  }
  const entries = Object.entries(value).map(
    ([name, inner]) => `${syntax.key(name)}${literal(inner, syntax, depth + 1)}`,
  );
  return block(entries, syntax.map, syntax.indent, depth);
}

function block(
  lines: string[],
  [open, close]: [string, string],
  indent: string,
  depth: number,
): string {
  if (lines.length === 0) return open + close;
  const inner = lines.map((line) => `${indent.repeat(depth + 1)}${line},\n`).join("");
  return `${open}\n${inner}${indent.repeat(depth)}${close}`;
}

function isScalar(value: Json): boolean {
  return value === null || typeof value !== "object";
}

import type { LiteralSyntax } from "./literal.ts";

/** How PHP writes values. */
export const php: LiteralSyntax = {
  null: "null",
  true: "true",
  false: "false",
  string: (text) => quoted(text),
  list: ["[", "]"],
  map: ["[", "]"],
  key: (name) => `${quoted(name)} => `,
  indent: "    ",
};

/** A single-quoted string, in which only the quote and the backslash need a backslash. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

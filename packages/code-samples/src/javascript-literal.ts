import type { LiteralSyntax } from "./literal.ts";

/** How JavaScript writes values. */
export const javascript: LiteralSyntax = {
  null: "null",
  true: "true",
  false: "false",
  string: (text) => JSON.stringify(text),
  list: ["[", "]"],
  map: ["{", "}"],
  key: (name) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: `,
  indent: "  ",
};

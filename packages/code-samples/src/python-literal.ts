import type { LiteralSyntax } from "./literal.ts";

/** How Python writes values. */
export const python: LiteralSyntax = {
  null: "None",
  true: "True",
  false: "False",
  // Python reads every escape that JSON has, with the same meaning.
  string: (text) => JSON.stringify(text),
  list: ["[", "]"],
  map: ["{", "}"],
  key: (name) => `${JSON.stringify(name)}: `,
  indent: "    ",
};

import { expect, test } from "vitest";
import { type LiteralSyntax, literal } from "./literal.ts";

const syntax: LiteralSyntax = {
  null: "nil",
  true: "yes",
  false: "no",
  string: (text) => `<${text}>`,
  list: ["(", ")"],
  map: ["{", "}"],
  key: (name) => `${name} = `,
  indent: "  ",
};

test("a value is written with the words of the language", () => {
  expect(literal([null, true, false, 1.5, "a"], syntax)).toBe("(nil, yes, no, 1.5, <a>)");
});

test("a map has a line for each entry, indented by its depth", () => {
  expect(literal({ a: 1, b: { c: [{ d: [] }] }, e: {} }, syntax, 1)).toBe(
    `{
    a = 1,
    b = {
      c = (
        {
          d = (),
        },
      ),
    },
    e = {},
  }`,
  );
});

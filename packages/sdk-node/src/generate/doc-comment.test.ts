import { expect, test } from "vitest";
import { docComment } from "./doc-comment.ts";

test("paragraphs are parted by an empty line, and empty ones are left out", () => {
  expect(docComment(["One.", "", "Two,\nand on."])).toMatchInlineSnapshot(`
    "/**
     * One.
     *
     * Two,
     * and on.
     */"
  `);
});

test("it stands where it is told to", () => {
  expect(docComment(["One.", "Two."], "  ")).toMatchInlineSnapshot(`
    "  /**
       * One.
       *
       * Two.
       */"
  `);
});

test("a long line goes on below, a little to the right", () => {
  const line = `${"four ".repeat(19)}fives and more`;
  expect(docComment([line])).toBe(`/**\n * ${"four ".repeat(19)}fives\n *   and more\n */`);
});

test("a word that is longer than a line stands as it is", () => {
  const long = "x".repeat(120);
  expect(docComment([long, `a ${long}`])).toBe(`/**\n * ${long}\n *\n * a\n *   ${long}\n */`);
});

test("links inside the document become plain, and others stay", () => {
  expect(
    docComment(["See [send](#operation/send), [a](#b) and [guide](https://host/#x)."]),
  ).toContain(" * See `send`, `a` and [guide](https://host/#x).");
});

test("no text can end the comment", () => {
  expect(docComment(["As */ does, */ twice."])).toBe("/**\n * As *\\/ does, *\\/ twice.\n */");
});

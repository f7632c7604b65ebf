import { expect, test } from "vitest";
import { docComment, flowing } from "./doc-comment.ts";

test("lines are wrapped, tags go on further in, and links become names", () => {
  const words = "word ".repeat(30).trim();
  const comment = docComment(
    ["See [getStatus](#operation/getStatus).", `@param string $a ${words}`],
    "    ",
  );
  const [first, second, third, ...lines] = comment.split("\n");
  expect([first, second, third]).toEqual(["    /**", "     * See `getStatus`.", "     *"]);
  expect(lines[0]).toMatch(/^ {5}\* @param string \$a word( word)+$/);
  expect(lines[1]).toMatch(/^ {5}\* {5}word( word)+$/);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
});

test("a text cannot end the comment", () => {
  expect(docComment(["a */ b"])).not.toMatch(/\*\/ b/);
});

test("paragraphs flow", () => {
  expect(flowing("one\ntwo\n\nthree\n")).toEqual(["one two", "three"]);
});

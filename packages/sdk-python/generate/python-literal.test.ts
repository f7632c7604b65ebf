import { expect, test } from "vitest";
import { pythonLiteral, pythonText } from "./python-literal.ts";

test.each([
  ["plain", '"plain"'],
  ['a "quotation"', `'a "quotation"'`],
  [`both ' and "`, `"both ' and \\""`],
  ["line\nbreak \\", '"line\\nbreak \\\\"'],
  ["é\u200b🚚", '"\\u00e9\\u200b\\U0001f69a"'],
])("the text %s is written as %s", (text, written) => {
  expect(pythonText(text)).toBe(written);
});

test("values are written one on a line", () => {
  expect(pythonLiteral({ a: [1, null], b: {}, c: [], d: true, e: undefined })).toBe(
    `{
    "a": [
        1,
        None,
    ],
    "b": {},
    "c": [],
    "d": True,
}`,
  );
});

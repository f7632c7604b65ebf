import { expect, test } from "vitest";
import { readBundle } from "../../bundle.ts";
import { withUnwrappedText } from "./unwrapped.ts";

const bundle = await readBundle();
const unwrapped = (description: string) =>
  withUnwrappedText({ ...bundle, info: { ...bundle.info, description } }).info.description;

test("the lines of a paragraph are joined", () => {
  expect(unwrapped("One\ntwo\nthree.\n\nFour\n`five`.\n")).toBe("One two three.\n\nFour `five`.\n");
});

test("lists, headings, tables and code keep their lines", () => {
  for (const text of [
    "- a\n- b",
    "1. a\n2. b",
    "Text\n## Heading",
    "| a |\n| - |",
    "```\na\n```",
  ]) {
    expect(unwrapped(text)).toBe(text);
  }
});

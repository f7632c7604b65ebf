import type { Code } from "mdast";
import { expect, test } from "vitest";
import { parseMarkdown } from "./guide.ts";
import { withTabs } from "./tabs.ts";

/** Blocks in short: a group of tabs as its labels with what their fences contain, anything else as its type. */
function blocks(...infos: string[]): unknown[] {
  const markdown = infos
    .map((info) => (info.startsWith("#") ? info : `\`\`\`${info}\n${info}\n\`\`\``))
    .join("\n\n");
  return withTabs(parseMarkdown(markdown).children).map((block) =>
    Array.isArray(block)
      ? block.map(({ label, fences }) => [label, ...fences.map(({ value }) => value)])
      : block.type === "code"
        ? (block as Code).value
        : block.type,
  );
}

test("samples in several languages are one group, each with what is printed after it", () => {
  expect(blocks("sh", "json output", "js", "python", "php", "text output")).toEqual([
    [
      ["curl", "sh", "json output"],
      ["Node.js", "js", "text output"],
      ["Python", "python", "text output"],
      ["PHP", "php", "text output"],
    ],
  ]);
});

test("several outputs after a sample all belong to it", () => {
  expect(blocks("sh", "text output", "json output", "js")).toEqual([
    [
      ["curl", "sh", "text output", "json output"],
      ["Node.js", "js"],
    ],
  ]);
});

test("anything between samples parts them", () => {
  expect(blocks("sh", "js", "# Then", "sh", "js")).toEqual([
    [
      ["curl", "sh"],
      ["Node.js", "js"],
    ],
    "heading",
    [
      ["curl", "sh"],
      ["Node.js", "js"],
    ],
  ]);
});

test("samples of one kind, and fences that are none, stay as they are", () => {
  expect(blocks("sh", "text output", "sh")).toEqual(["sh", "text output", "sh"]);
  expect(blocks("json", "yaml")).toEqual(["json", "yaml"]);
});

test("files are a group of their own beside the samples", () => {
  const files = ['js file="a.js"', 'python file="a.py"'];
  expect(blocks(...files, "js", "python")).toEqual([
    [
      ["Node.js", files[0]],
      ["Python", files[1]],
    ],
    [
      ["Node.js", "js"],
      ["Python", "python"],
    ],
  ]);
});

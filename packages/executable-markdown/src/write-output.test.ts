import { expect, test } from "vitest";
import { fixturePage } from "./fixture-page.ts";
import { withOutput } from "./write-output.ts";

const page = (output: string, syntax = "text", indent = "") =>
  `\`\`\`js offline\nx\n\`\`\`\n\n${indent}\`\`\`${syntax} output\n${output}${indent}\`\`\`\n\nText.\n`;

function written(text: string, by: string): string {
  const [program] = fixturePage(text).runnables;
  if (!program?.output) throw new Error("The page of the test has no output.");
  // The front matter of a fixture has six lines.
  return withOutput(text, { ...program.output, line: program.output.line - 6 }, by);
}

test("what was written takes the place of what the page says, and nothing else moves", () => {
  expect(written(page("1\n2\n"), "3\n4\n5\n\n")).toBe(page("3\n4\n5\n"));
  expect(written(page(""), "3\n")).toBe(page("3\n"));
  expect(written(page("1\n"), "")).toBe(page(""));
});

test("JSON is set out", () => {
  expect(written(page("{}\n", "json"), '{"a":[1]}')).toBe(
    page('{\n  "a": [\n    1\n  ]\n}\n', "json"),
  );
});

test("a fence within a list keeps its place", () => {
  const list = (output: string) =>
    `- Step\n\n  \`\`\`js offline\n  x\n  \`\`\`\n  \`\`\`text output\n${output}  \`\`\`\n`;
  expect(written(list("  1\n"), "2\n\n3\n")).toBe(list("  2\n\n  3\n"));
});

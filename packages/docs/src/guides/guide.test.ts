import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { groups, parseGuide, parseMarkdown, readGuides } from "./guide.ts";

const matter = { title: "T", description: "D", group: "Start", order: "1" };
const guide = (part: Record<string, string | undefined> = {}, content = "Text.") => {
  const lines = Object.entries({ ...matter, ...part }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join("\n")}\n---\n\n${content}\n`;
};

test("a guide has what its front matter says, and its content without it", () => {
  const { tree, ...rest } = parseGuide(guide(), "quick-start.md");
  expect(rest).toEqual({
    slug: "quick-start",
    file: "packages/docs/pages/quick-start.md",
    title: "T",
    description: "D",
    group: "Start",
    order: 1,
  });
  expect(tree.children.map(({ type }) => type)).toEqual(["paragraph"]);
  // Counted from the first line of the file, so that a message can name it.
  expect(tree.children[0]?.position?.start.line).toBe(8);
});

test.each([
  ["title", "packages/docs/pages/x.md:1: the front matter needs title as text."],
  ["description", "x.md:1: the front matter needs description as text."],
  ["group", "x.md:1: the front matter needs group as text."],
  ["order", "x.md:1: the front matter needs order as a number."],
])("a front matter without %s is told with its file", (key, problem) => {
  expect(() => parseGuide(guide({ [key]: undefined }), "x.md")).toThrow(problem);
});

test("a group that the navigation does not have is told with those that it has", () => {
  expect(() => parseGuide(guide({ group: "Other" }), "x.md")).toThrow(
    `packages/docs/pages/x.md:1: The group Other is not one of ${groups.join(", ")}.`,
  );
});

test("every sample that nothing can check is told with its line", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guides-"));
  try {
    const fences = "```js\n1;\n```\n\nText.\n\n```ruby\nputs 1\n```";
    await writeFile(join(folder, "x.md"), guide({}, fences));
    await expect(readGuides(folder)).rejects.toThrow(
      /^packages\/docs\/pages\/x\.md:8: .*\npackages\/docs\/pages\/x\.md:14: .*\.$/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a folder is read in the order of the navigation", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guides-"));
  try {
    await writeFile(join(folder, "a.md"), guide({ group: "Testing", order: "1" }));
    await writeFile(join(folder, "b.md"), guide({ group: "Start", order: "10" }));
    await writeFile(join(folder, "c.md"), guide({ group: "Start", order: "9" }));
    await writeFile(join(folder, "notes.txt"), "no guide");
    expect((await readGuides(folder)).map(({ slug }) => slug)).toEqual(["c", "b", "a"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("tables and directives are read as such", () => {
  const types = parseMarkdown("| a |\n| - |\n\n::counter\n\n:::note\nx\n:::\n").children;
  expect(types.map(({ type }) => type)).toEqual(["table", "leafDirective", "containerDirective"]);
});

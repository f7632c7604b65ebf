import { expect, test } from "vitest";
import { parseGuide } from "./guide.ts";
import { guideMarkdown, markdownAddresses } from "./markdown.ts";

const matter = "---\ntitle: Send & read\ndescription: What it is.\ngroup: Start\norder: 1\n---\n\n";
const written = (content: string) => {
  const guide = parseGuide(matter + content, "page.md");
  return guideMarkdown(guide, guide.tree);
};

test("a guide begins with its title and what it is about, without front matter", () => {
  expect(written("Text.\n")).toBe("# Send & read\n\n> What it is.\n\nText.\n");
});

test("fences keep their language, text and title, and lose the notes to the build", () => {
  const fence = "```sh state=\"carrier-down\" exit=22\ncurl 'x' \\\n  --data '{}'\n```\n";
  expect(written(fence)).toContain("```sh\ncurl 'x' \\\n  --data '{}'\n```\n");
  expect(written("```json output\n{}\n```\n")).toContain('```json title="Output"\n{}\n```\n');
  expect(written('```ts file="a.ts" offline\nx\n```\n')).toContain('```ts title="a.ts"\nx\n```\n');
});

test("a note becomes a quotation with its name, and with all that is in it", () => {
  expect(written(":::caution\nNever *twice*.\n\n```sh exit=1\nx\n```\n:::\n")).toContain(
    "> **caution**\n>\n> Never *twice*.\n>\n> ```sh\n> x\n> ```\n",
  );
});

test("what runs in a page is left out", () => {
  expect(written("A.\n\n::counter\n\n::try-it{operation=send}\n\nB.\n")).toMatch(/A\.\n\nB\.\n$/);
});

test("tables and lists stay what they are", () => {
  expect(written("| a | b |\n| - | - |\n| `x` | 1 |\n\n- one\n- two\n")).toContain(
    "| a | b |\n| - | - |\n",
  );
  expect(written("- one\n- two\n")).toContain("- one\n- two\n");
});

test("its addresses are of files that lie beside it", () => {
  expect([
    markdownAddresses.guide("bulk", "#limits"),
    markdownAddresses.guide("index", ""),
    markdownAddresses.operation("/messages/send"),
    markdownAddresses.file("openapi.json"),
  ]).toEqual(["bulk.md#limits", "index.md", "reference/#/messages/send", "openapi.json"]);
});

import { expect, test } from "vitest";
import { groups, parseGuide } from "../guides/guide.ts";
import { llmsTxt } from "./llms-txt.ts";

const guide = (slug: string, group: string) =>
  parseGuide(
    `---\ntitle: Title of ${slug}\ndescription: What ${slug} is.\ngroup: ${group}\norder: 1\n---\n`,
    `${slug}.md`,
  );

const text = llmsTxt({
  title: "The API",
  summary: "What it does.",
  guides: [guide("first", "Start"), guide("second", "Start"), guide("tests", "Testing")],
  files: [{ path: "a.json", title: "A", description: "The A." }],
});

test("is a title, a summary and lists of links, as the proposal has it", () => {
  expect(text).toMatch(/^# The API\n\n> What it does\.\n\n## /);
  expect(text).toContain(
    "## Start\n\n- [Title of first](first.md): What first is.\n- [Title of second](second.md): What second is.\n\n",
  );
  expect(text).toMatch(/\n## Reference\n\n- \[A\]\(a\.json\): The A\.\n$/);
});

test("has the headings of the navigation in its order, and the files last", () => {
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
    ...groups,
    "Reference",
  ]);
});

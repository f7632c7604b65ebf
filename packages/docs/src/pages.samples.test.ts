import { readdir, readFile } from "node:fs/promises";
import {
  type OpenPage,
  openPage,
  type Page,
  prepareEnvironment,
  problemLine,
  type Result,
  type Runnable,
  readPage,
  typeProblems,
} from "@getclickmedia/sms-executable-markdown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Every sample of every page is run against the real mock and the real sandbox. `gcm-run-page` of
// packages/executable-markdown runs those of one page while it is written.

const folder = new URL("../pages/", import.meta.url);
const names = (await readdir(folder, { recursive: true }))
  .filter((name) => name.endsWith(".md"))
  .toSorted();
const pages = await Promise.all(
  names.map(async (name): Promise<[name: string, page: Page]> => {
    const markdown = await readFile(new URL(name, folder), "utf8");
    return [name, readPage(markdown, `packages/docs/pages/${name}`)];
  }),
);
const environment = await prepareEnvironment();
const results: Result[] = [];

afterAll(() => {
  const passed = results.filter(({ outcome }) => outcome === "passed");
  const languages = [...new Set(passed.map(({ language }) => language))].toSorted();
  const each = languages.map(
    (name) => `${passed.filter(({ language }) => language === name).length} ${name}`,
  );
  console.log(`${passed.length} samples of ${pages.length} pages run: ${each.join(", ")}`);
});

test("there are pages with samples", () => {
  expect(pages.flatMap(([, { runnables }]) => runnables)).not.toEqual([]);
});

describe.each(pages)("%s", (name, page) => {
  let open: OpenPage | undefined;

  test("has only fences of the known kinds", () => {
    expect(page.problems.map(problemLine)).toEqual([]);
  });

  test("has no name in its JavaScript that the types do not have", async () => {
    expect((await typeProblems(page, environment)).map(problemLine)).toEqual([]);
  });

  if (page.problems.length > 0) return;
  beforeAll(async () => {
    open = await openPage(page, environment);
  });
  afterAll(() => open?.close());

  for (const runnable of page.runnables)
    test(titleOf(name, runnable), { timeout: 180_000 }, async ({ skip }) => {
      const result = await open?.run(runnable);
      if (!result) throw new Error("The page is not open.");
      results.push(result);
      skip(result.outcome === "skipped", result.reason);
      if (result.outcome === "failed") expect.fail(result.reason ?? "");
    });
});

function titleOf(name: string, runnable: Runnable): string {
  const language = runnable.kind === "steps" ? "steps" : runnable.syntax;
  return `${name}:${runnable.line} ${language}`;
}

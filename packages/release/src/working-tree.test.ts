import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { version } from "./version.ts";
import { uncommitted } from "./working-tree.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tree-"));
  return () => rmSync(folder, { recursive: true });
});

function init(): void {
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
}

test("what is not committed is named, one file a line", () => {
  init();
  expect(uncommitted(folder)).toEqual([]);
  writeFileSync(join(folder, "new.txt"), "");
  expect(uncommitted(folder)).toEqual(["?? new.txt"]);
});

test("a copy without Git has nothing to commit", () => {
  writeFileSync(join(folder, "new.txt"), "");
  expect(uncommitted(folder)).toEqual([]);
});

test("a repository that Git cannot read is refused", () => {
  writeFileSync(join(folder, ".git"), "gitdir: /nowhere/at/all\n");
  expect(() => uncommitted(folder)).toThrow("git status does not say whether everything is");
});

test("no version is raised on top of what is not committed", async () => {
  init();
  for (let number = 0; number < 12; number++) writeFileSync(join(folder, `${number}.txt`), "");
  await expect(version(folder, "2026-11-29")).rejects.toThrow(
    /^Not everything here is committed\. Commit it, .*\n( {2}\?\? \d+\.txt\n){10} {2}and 2 more$/,
  );
});

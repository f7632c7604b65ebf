import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { repositoryFiles } from "./repository-files.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const init = () => spawnSync("git", ["init", "--quiet"], { cwd: root });

test("files and links count, wherever these lead, and what git leaves out does not", () => {
  init();
  mkdirSync(join(root, "folder"));
  for (const file of ["folder/a.txt", "left-out.txt"]) writeFileSync(join(root, file), "");
  writeFileSync(join(root, ".gitignore"), "left-out.txt\n");
  symlinkSync("nowhere", join(root, "link"));
  expect(repositoryFiles(root).sort()).toEqual([".gitignore", "folder/a.txt", "link"]);
});

test.runIf(process.platform === "linux")("a name that cannot be read is not passed over", () => {
  init();
  writeFileSync(Buffer.concat([Buffer.from(`${root}/odd`), Buffer.from([0xff])]), "");
  expect(() => repositoryFiles(root)).toThrow("the name of odd\ufffd is not in UTF-8. Rename it.");
});

test("a folder that is no repository is told", () => {
  expect(() => repositoryFiles(root)).toThrow(
    /^git does not list the files of .*: fatal: not a git repository/,
  );
});

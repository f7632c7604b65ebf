import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ReleaseFault } from "./release-fault.ts";

/**
 * What differs from the last commit, a line for each file as `git status --porcelain` has it; nothing where the folder is
 * no working tree of Git, as a copy of the files is none.
 * @throws ReleaseFault when Git cannot say.
 */
export function uncommitted(root: string): string[] {
  if (!existsSync(join(root, ".git"))) return [];
  const { status, stdout, stderr, error } = spawnSync("git", ["status", "--porcelain"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new ReleaseFault(
      `git status does not say whether everything is committed. ${error?.message ?? stderr}`.trim(),
    );
  }
  return stdout.split("\n").filter((line) => line !== "");
}

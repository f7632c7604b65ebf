import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

/** The files that are in the repository or would be with the next commit, by their path from its root. */
export function repositoryFiles(root: string): string[] {
  const arguments_ = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  return execFileSync("git", arguments_, { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile());
}

import { spawnSync } from "node:child_process";
import { lstatSync } from "node:fs";
import { join } from "node:path";

/** The files and links that are in the repository or would be with the next commit, by their path from its root. */
export function repositoryFiles(root: string): string[] {
  const arguments_ = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const { status, stdout, stderr, error } = spawnSync("git", arguments_, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(
      `git does not list the files of ${root}: ${error?.message ?? stderr.split("\n")[0]}`,
    );
  const paths = stdout.split("\0");
  const odd = paths.find((path) => path.includes("\ufffd"));
  if (odd !== undefined) throw new Error(`the name of ${odd} is not in UTF-8. Rename it.`);
  return paths.filter((path) => {
    const entry = lstatSync(join(root, path), { throwIfNoEntry: false });
    return entry?.isFile() || entry?.isSymbolicLink();
  });
}

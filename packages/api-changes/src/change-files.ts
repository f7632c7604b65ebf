import { existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { parse } from "yaml";
import { type Rating, ratings } from "./change.ts";

/** The package whose change files speak of the API's description. */
export const specPackage = "@getclickmedia/sms-openapi";

/**
 * The highest bump that the pending change files want for a package, or nothing when none names it. A change file is
 * Markdown whose front matter says `"<package>": minor`; what follows it tells the user what changed.
 * @throws Error with the file whose front matter cannot be read, says what is no bump, names a package that the
 * repository around the folder does not have, or asks for a bump and tells nothing.
 */
export function pendingBump(folder: string, name: string): Rating | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((file) => /\.md$/i.test(file) && !readme.test(file));
  const packages = packagesAround(folder);
  const bumps = files.map((file) => bumpIn(join(folder, file), name, packages));
  return ratings.findLast((rating) => bumps.includes(rating));
}

const readme = /^readme\.md$/i;

function bumpIn(
  file: string,
  name: string,
  packages: readonly string[] | undefined,
): Rating | undefined {
  const { releases, summary } = changesetIn(file);
  const stranger = releases.find((each) => packages?.includes(each.name) === false);
  if (stranger) {
    throw new Error(
      `${file} names ${stranger.name}, and there is no such package in this repository.`,
    );
  }
  const bump = releases.find((each) => each.name === name)?.type;
  if (bump === undefined || bump === "none") return undefined;
  if (summary === "") {
    throw new Error(`${file} tells nothing. Write below the second --- what a user has to know.`);
  }
  return bump;
}

function changesetIn(file: string): ReturnType<typeof parseChangesetFile> {
  if (!statSync(file).isFile())
    throw new Error(`${file} is a folder, and has to be a change file.`);
  try {
    return parseChangesetFile(readFileSync(file, "utf8"));
  } catch (error) {
    // What is wrong and what would be right; the lines after them repeat the file.
    const [wrong, right] = (error as Error).message.split("\n");
    throw new Error(`${file}: ${wrong} ${right}`);
  }
}

/** The names of the packages of the repository that the folder lies in; nothing when it lies in none. */
function packagesAround(folder: string): string[] | undefined {
  const root = dirname(resolve(folder));
  const workspace = join(root, "pnpm-workspace.yaml");
  if (!existsSync(workspace)) return undefined;
  const { packages = [] } = (parse(readFileSync(workspace, "utf8")) ?? {}) as {
    packages?: string[];
  };
  const manifests = globSync(
    ["package.json", ...packages.map((pattern) => `${pattern}/package.json`)],
    { cwd: root },
  );
  return manifests.map((file) => {
    const { name } = JSON.parse(readFileSync(join(root, file), "utf8")) as { name: string };
    return name;
  });
}

/** The folder of change files of the repository that a folder lies in. */
export function changeFilesOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "pnpm-workspace.yaml"))) return join(at, ".changeset");
    if (at === dirname(at)) return join(folder, ".changeset");
  }
}

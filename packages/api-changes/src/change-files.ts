import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type Rating, ratings } from "./change.ts";

/** The package whose change files speak of the API's description. */
export const specPackage = "@getclickmedia/sms-openapi";

/**
 * The highest bump that the pending change files want for a package, or nothing when none names it. A change file is
 * Markdown whose front matter says `"<package>": minor`.
 * @throws Error with the file whose front matter cannot be read, or says what is no bump.
 */
export function pendingBump(folder: string, name: string): Rating | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
  const bumps = files.map((file) =>
    bumpIn(readFileSync(join(folder, file), "utf8"), name, join(folder, file)),
  );
  return ratings.findLast((rating) => bumps.includes(rating));
}

function bumpIn(text: string, name: string, file: string): Rating | undefined {
  const [, matter] = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text) ?? [];
  if (matter === undefined)
    throw new Error(`${file} has no front matter between two lines of ---.`);
  const bump = read(matter, file)?.[name];
  if (bump === undefined || bump === "none") return undefined;
  const rating = ratings.find((each) => each === bump);
  if (rating === undefined) {
    throw new Error(
      `${file} wants ${JSON.stringify(bump)} for ${name}. It must be ${ratings.join(", ")} or none.`,
    );
  }
  return rating;
}

function read(matter: string, file: string): Record<string, unknown> | null {
  try {
    return parse(matter);
  } catch (error) {
    const [reason] = String((error as Error).message).split("\n");
    throw new Error(`The front matter of ${file} is not YAML: ${reason}`);
  }
}

/** The folder of change files of the repository that a folder lies in. */
export function changeFilesOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "pnpm-workspace.yaml"))) return join(at, ".changeset");
    if (at === dirname(at)) return join(folder, ".changeset");
  }
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMembers } from "../members.ts";

/** What of the published packages says where their sources are. */
export interface RepositoryFaults {
  /** The packages that do not, or not which folder of it they are. */
  unnamed: string[];
  /** Their links that lead nowhere on npm, which makes them whole by the repository and the folder. */
  deadLinks: string[];
}

/** Looks whether each npm package names its repository and its folder in it, and what that breaks. */
export function repositoryFaults(root: string): RepositoryFaults {
  const members = readMembers(root).filter(({ registry }) => registry === "npm");
  const unnamed = members.filter(({ folder }) => {
    const { repository } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
      repository?: { url?: string; directory?: string };
    };
    return !repository?.url || repository.directory !== folder;
  });
  return {
    unnamed: unnamed.map(({ name }) => name),
    deadLinks: unnamed.flatMap(({ folder }) => {
      const readme = join(folder, "README.md");
      if (!existsSync(join(root, readme))) return [];
      return relativeLinks(readFileSync(join(root, readme), "utf8")).map(
        (link) => `${readme}: ${link}`,
      );
    }),
  };
}

/** The targets of the links of a text in Markdown that are relative, without those to a heading of its own. */
export function relativeLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```/gms, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^([a-z]+:|#|\/\/)/i.test(target));
}

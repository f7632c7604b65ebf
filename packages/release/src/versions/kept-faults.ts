import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { membersWithReports, releasedFolders, releasedVersion } from "../surface/reports.ts";
import { sectionOf } from "./changelog.ts";
import { repositoryVersion } from "./version-faults.ts";

/**
 * What of the last release is not kept as it has to be, a line for each. The gates compare with it, and would find
 * nothing to say where it is missing or is that of another version.
 */
export function keptFaults(root: string): string[] {
  const version = repositoryVersion(root);
  const bundle = `spec/releases/${version}.json`;
  return [
    ...(existsSync(join(root, bundle))
      ? []
      : [
          `${bundle} is missing, and spec/openapi.yaml says ${version}. \`pnpm release:version\` keeps it with the version: restore it, or put the version back and run that.`,
        ]),
    ...releaseFaults(root, version),
    ...reportFaults(root),
    ...changelogFaults(root, version),
  ];
}

/** The section of the version is the text of its release. */
function changelogFaults(root: string, version: string): string[] {
  const file = join(root, "CHANGELOG.md");
  if (existsSync(file) && sectionOf(readFileSync(file, "utf8"), version)) return [];
  return [
    `CHANGELOG.md has no section "## ${version} (...)" that says something. \`pnpm release:version\` writes it: restore it.`,
  ];
}

function releaseFaults(root: string, version: string): string[] {
  const file = "packages/release/released/release.json";
  const advice = "Only `pnpm release:version` writes it: restore it.";
  try {
    const released = releasedVersion(root);
    if (released === version) return [];
    const said = released ? `says ${released}` : "states no version";
    return [`${file} ${said}, and spec/openapi.yaml says ${version}. ${advice}`];
  } catch {
    return [`${file} cannot be read as JSON. ${advice}`];
  }
}

/** The packages whose public API is reported now and was not at the last release, or the reverse. */
function reportFaults(root: string): string[] {
  const now = membersWithReports(root).map(({ folder }) => folder);
  const released = releasedFolders(root);
  return [
    ...released
      .filter((folder) => !now.includes(folder))
      .map(
        (folder) =>
          `${folder}/api has no report of the public API, and the last release had one. \`npm run generate\` writes it.`,
      ),
    ...now
      .filter((folder) => !released.includes(folder))
      .map(
        (folder) =>
          `packages/release/released/${folder} has no report, and ${folder}/api has one. Restore it; for a new package, copy the report there once.`,
      ),
  ];
}

import { highest, type Rating, ratings } from "@getclickmedia/sms-api-changes";
import { diff, gt } from "semver";
import type { Member } from "../members.ts";
import { type PendingChange, readPlan } from "../versions/pending-changes.ts";
import { currentReport, membersWithReports, releasedReport, releasedVersion } from "./reports.ts";
import { type SurfaceChanges, surfaceChanges } from "./surface-changes.ts";
import type { SurfaceItem } from "./surface-items.ts";

/** How many changed lines are shown. */
const shown = 10;

/**
 * What has changed in a public API since the last release without anybody having said so, a text for each package: a
 * change file has to name the package with the bump that the change needs, unless its version has been raised so far.
 * @throws ReleaseFault when the change files cannot be read.
 */
export async function surfaceFaults(root: string): Promise<string[]> {
  const { changes } = await readPlan(root);
  const last = releasedVersion(root);
  if (!last) return [];
  return membersWithReports(root).flatMap((member) => {
    const surface = surfaceChanges(releasedReport(root, member), currentReport(root, member));
    const said = highest([...bumpsOf(member.name, changes), ...raised(last, member.version)]);
    if (!surface.needs || reaches(said, surface.needs)) return [];
    return [faultOf(member, last, surface, surface.needs, said)];
  });
}

function bumpsOf(name: string, changes: PendingChange[]): { rating: Rating }[] {
  return changes.flatMap(({ bumps }) => bumps).filter((each) => each.name === name);
}

/** How far a version is above the last one: not at all, or one rating. */
function raised(last: string, version: string | undefined): { rating: Rating }[] {
  if (!version || !gt(version, last)) return [];
  const part = diff(last, version)?.replace(/^pre/, "");
  return ratings.filter((rating) => rating === part).map((rating) => ({ rating }));
}

function reaches(said: Rating | undefined, needed: Rating): boolean {
  return said !== undefined && ratings.indexOf(said) >= ratings.indexOf(needed);
}

function faultOf(
  { name, folder }: Member,
  last: string,
  { removed, added }: SurfaceChanges,
  needed: Rating,
  said: Rating | undefined,
): string {
  const lines = [
    ...removed.map((item) => `  - ${lineOf(item)}`),
    ...added.map((item) => `  + ${lineOf(item)}`),
  ];
  const more = lines.length > shown ? [`  and ${lines.length - shown} more`] : [];
  return [
    `${name}: its public API is not that of ${last} any more. That needs a ${needed} release, and ${said ? `the change files only say ${said}` : "no change file says so"}.`,
    ...lines.slice(0, shown),
    ...more,
    `  All of it: git diff --no-index packages/release/released/${folder} ${folder}/api`,
    `  Is it wanted, then say so: pnpm change ${name} --bump ${needed} --summary "What changes for a caller."`,
  ].join("\n");
}

/** Without the file and the heading, which the declaration makes plain. */
function lineOf({ path }: SurfaceItem): string {
  return path.slice(2).join(" > ");
}

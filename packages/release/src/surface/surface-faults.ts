import { diff, gt } from "semver";
import type { Member } from "../members.ts";
import { type Bump, type PendingChange, readPlan } from "../versions/pending-changes.ts";
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
    const said = largest([pendingBump(member.name, changes), raisedBy(last, member.version)]);
    if (!surface.needs || reaches(said, surface.needs)) return [];
    return [faultOf(member, last, surface, surface.needs, said)];
  });
}

function pendingBump(name: string, changes: PendingChange[]): Bump | undefined {
  const bumps = changes.flatMap((change) => change.bumps);
  return largest(bumps.filter((each) => each.name === name).map(({ bump }) => bump));
}

/** How far a version is above the last one. */
function raisedBy(last: string, version: string | undefined): Bump | undefined {
  if (!version || !gt(version, last)) return undefined;
  const part = diff(last, version)?.replace(/^pre/, "");
  return part === "major" || part === "minor" || part === "patch" ? part : undefined;
}

const order: readonly (Bump | undefined)[] = [undefined, "patch", "minor", "major"];

function largest(bumps: (Bump | undefined)[]): Bump | undefined {
  return bumps.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0];
}

function reaches(said: Bump | undefined, needed: Bump): boolean {
  return order.indexOf(said) >= order.indexOf(needed);
}

function faultOf(
  { name, folder }: Member,
  last: string,
  { removed, added }: SurfaceChanges,
  needed: Bump,
  said: Bump | undefined,
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

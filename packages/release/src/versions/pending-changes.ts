import { getReleasePlan } from "@changesets/get-release-plan";
import type { Rating } from "@getclickmedia/sms-api-changes";
import { ReleaseFault } from "../release-fault.ts";

/** What a change file says. */
export interface PendingChange {
  /** The name of the file, without its ending. */
  id: string;
  summary: string;
  /** How far each package has to go for it. */
  bumps: { name: string; rating: Rating }[];
}

/** What is to be released. */
export interface ReleasePlan {
  changes: PendingChange[];
  /** The version that everything gets, unless nothing is pending. */
  version: string | undefined;
}

/**
 * Reads the change files in `.changeset`, and what they come to.
 * @throws ReleaseFault when one of them cannot be read, says nothing, names a package that there is not, or packages would
 * part.
 */
export async function readPlan(root: string): Promise<ReleasePlan> {
  const { changesets, releases } = await getReleasePlan(root).catch((error: Error) => {
    throw new ReleaseFault(`The change files in .changeset cannot be read. ${error.message}`);
  });
  const versions = new Set(
    releases.filter(({ type }) => type !== "none").map(({ newVersion }) => newVersion),
  );
  if (versions.size > 1) {
    throw new ReleaseFault(
      `.changeset/config.json lets versions part: ${[...versions].join(", ")}. Its "fixed" group has to name every package.`,
    );
  }
  const changes = changesets.map(({ id, summary, releases: bumps }) => ({
    id,
    summary,
    bumps: bumps.flatMap(({ name, type }) => (type === "none" ? [] : [{ name, rating: type }])),
  }));
  refuseSilent(changes);
  return { changes, version: [...versions][0] };
}

/** What has no summary would be an empty line of the changelog. */
function refuseSilent(changes: PendingChange[]): void {
  const silent = changes.filter(({ summary, bumps }) => bumps.length > 0 && summary.trim() === "");
  if (silent.length === 0) return;
  const files = silent.map(({ id }) => `.changeset/${id}.md`).join(", ");
  throw new ReleaseFault(
    `${files} says nothing of what changes. Write below the second "---" what a user reads in the changelog.`,
  );
}

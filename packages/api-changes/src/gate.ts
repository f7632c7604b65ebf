import type { Change } from "./change.ts";
import { pendingBump, specPackage } from "./change-files.ts";
import { compare } from "./compare.ts";
import { type OpenApiDocument, readDocument } from "./document.ts";
import { keep, keptVersions, lastRelease, readRelease } from "./releases.ts";
import { type Verdict, verdictOf } from "./verdict.ts";
import { isVersion, refuseNoVersion } from "./version.ts";

export interface Gate {
  base: OpenApiDocument;
  head: OpenApiDocument;
  changes: Change[];
  verdict: Verdict;
}

/**
 * Compares a document with a release and says whether its version fits.
 * @throws Error for a file, a release or a change file that cannot be read.
 */
export function gate(options: {
  /** A file, a kept version, or nothing for the last release before the head. */
  base: string | undefined;
  head: string;
  releases: string;
  changeFiles: string;
}): Gate {
  const head = readDocument(options.head);
  const base = baseOf(options.base, head.info.version, options.releases);
  const pending = pendingBump(options.changeFiles, specPackage);
  const changes = compare(base, head);
  const versions = { base: base.info.version, head: head.info.version };
  return { base, head, changes, verdict: verdictOf({ ...versions, changes, pending }) };
}

function baseOf(base: string | undefined, version: string, releases: string): OpenApiDocument {
  if (base === undefined) return readRelease(lastRelease(version, releases), releases);
  return isVersion(base) ? readRelease(base, releases) : readDocument(base);
}

/**
 * Keeps a bundle as the release of its version, after its version has been found to fit what changed.
 * @returns A sentence that says what was done.
 * @throws Error when the version does not fit, or another bundle is kept as this version.
 */
export function keepRelease(file: string, releases: string): string {
  const { version } = readDocument(file).info;
  refuseNoVersion(version);
  const kept = keptVersions(releases);
  if (kept.length > 0 && !kept.includes(version)) {
    const { verdict } = gate({ base: undefined, head: file, releases, changeFiles: "" });
    if (!verdict.fits) throw new Error(`${version} is not kept: ${verdict.text}`);
  }
  return keep(file, releases);
}

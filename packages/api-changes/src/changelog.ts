import { compare } from "./compare.ts";
import { type OpenApiDocument, readDocument } from "./document.ts";
import { changesEntry, type Entry, firstEntry } from "./entry.ts";
import { builtBundle, keptVersions, readRelease, releasesFolder } from "./releases.ts";

export interface ChangelogOptions {
  /** The document as it is now; by default the bundle that the spec package has built. */
  head?: OpenApiDocument;
  /** Where the bundles of released versions are; by default in the spec package. */
  releases?: string;
  /** Writes the link to an operation in Markdown; by default there is none. */
  link?: (operationId: string, text: string) => string;
}

/**
 * The entries of all kept releases, the newest first, and before them what is not released yet, if there is any.
 * @throws Error when a kept bundle cannot be read.
 */
export function changelog({
  head = readDocument(builtBundle),
  releases = releasesFolder,
  link,
}: ChangelogOptions = {}): Entry[] {
  const documents = keptVersions(releases).map((version) => readRelease(version, releases));
  const entries = documents.map((document, index): Entry => {
    const before = documents[index - 1];
    return before
      ? changesEntry(document.info.version, compare(before, document))
      : firstEntry(document, link);
  });
  const last = documents.at(-1);
  const next = last ? changesEntry(undefined, compare(last, head)) : firstEntry(head, link);
  return [...(next.sections.length > 0 ? [next] : []), ...entries.toReversed()];
}

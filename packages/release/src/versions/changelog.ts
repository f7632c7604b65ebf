import { headings, highest, ratings } from "@getclickmedia/sms-api-changes";
import type { PendingChange } from "./pending-changes.ts";

/** The first lines of the changelog. */
const changelogHead = `# Changelog

One version for the API's document, the packages and the SDKs. What changes in the API itself is told in more detail in
the changelog of the documentation.
`;

/**
 * The section of a release: what breaks first, then what is new, then what is mended. Each change stands once, with the
 * packages that it names.
 * @param date The day of the release, as `2026-11-29`.
 */
export function changelogSection(version: string, date: string, changes: PendingChange[]): string {
  const parts = ratings.toReversed().flatMap((rating) => {
    const entries = changes.filter(({ bumps }) => highest(bumps) === rating);
    return entries.length > 0
      ? [`### ${headings[rating]}\n\n${entries.map(entry).join("\n")}`]
      : [];
  });
  return [`## ${version} (${date})`, ...parts].join("\n\n");
}

/** The changelog with one more section, above those of the releases before. */
export function withSection(changelog: string | undefined, section: string): string {
  const before = (changelog ?? "").slice((changelog ?? "").search(/^## /m));
  const rest = /^## /m.test(changelog ?? "") ? `\n${before}` : "";
  return `${changelogHead}\n${section}\n${rest}`;
}

/** What the changelog says of a version, without its heading; nothing where it does not know it. */
export function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => each.startsWith(`${version} (`));
  return section?.slice(section.indexOf("\n")).trim();
}

function entry({ summary, bumps }: PendingChange): string {
  const names = bumps.map(({ name }) => `\`${name}\``).join(", ");
  const [first = "", ...rest] = summary.trim().split("\n");
  const lines = [`- ${first} (${names})`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))];
  return lines.join("\n");
}

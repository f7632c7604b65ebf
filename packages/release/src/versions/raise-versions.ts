import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run } from "@getclickmedia/sms-test-tools";
import { ReleaseFault } from "../release-fault.ts";
import { changelogSection, withSection } from "./changelog.ts";
import { documentsOf, setDocumentVersion } from "./documents.ts";
import { setPageVersions } from "./pages.ts";
import { readPlan } from "./pending-changes.ts";
import { versionFaults } from "./version-faults.ts";

const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");

/**
 * Uses the change files up: writes the next version into every package and document, and what has changed into
 * CHANGELOG.md.
 * @param date The day of the release, as `2026-11-29`.
 * @returns the version.
 * @throws ReleaseFault when nothing is pending, or versions are not in step before or after.
 */
export async function raiseVersions(root: string, date: string): Promise<string> {
  refuse(versionFaults(root));
  const { version, changes } = await readPlan(root);
  if (!version) {
    throw new ReleaseFault(
      "No change is pending, so that there is nothing to release. `pnpm change` records one.",
    );
  }
  const { status, output } = await run([process.execPath, changesets, "version"], { cwd: root });
  if (status !== 0) throw new ReleaseFault(`changeset version failed.\n${output}`);
  for (const document of documentsOf(root)) setDocumentVersion(root, document, version);
  setPageVersions(root, version);
  const file = join(root, "CHANGELOG.md");
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  writeFileSync(file, withSection(before, changelogSection(version, date, changes)));
  refuse(versionFaults(root));
  return version;
}

function refuse(faults: string[]): void {
  if (faults.length > 0) throw new ReleaseFault(faults.join("\n"));
}

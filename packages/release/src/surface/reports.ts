import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Member, readMembers } from "../members.ts";
import { ReleaseFault } from "../release-fault.ts";
import { manifestReport, manifestReportName } from "./manifest-report.ts";
import type { SurfaceReport } from "./surface-items.ts";

/** The reports of the public API as they were released last, from the root of the repository. */
const released = "packages/release/released";

/** The packages that have a report of their public API. */
export function membersWithReports(root: string): Member[] {
  return readMembers(root).filter(({ folder }) => hasReport(join(root, folder, "api")));
}

/** The folders of the packages that had a report at the last release, from the root of the repository. */
export function releasedFolders(root: string): string[] {
  const files = globSync(["packages/*/*.api.md", "spec/*.api.md"], { cwd: join(root, released) });
  return [...new Set(files.map((file) => dirname(file).replaceAll("\\", "/")))].toSorted();
}

/** The report of a member as it stands, and what its manifests say. */
export function currentReport(root: string, { folder }: Member): SurfaceReport {
  return {
    ...reportIn(join(root, folder, "api")),
    [manifestReportName]: manifestReport(join(root, folder)),
  };
}

/** The report of a member in the last release; nothing where it had none. */
export function releasedReport(root: string, member: Member): SurfaceReport {
  return reportIn(join(root, released, member.folder));
}

/**
 * The version of the last release; nothing where none is stated.
 * @throws ReleaseFault when the file is no JSON.
 */
export function releasedVersion(root: string): string | undefined {
  const file = join(root, released, "release.json");
  if (!existsSync(file)) return undefined;
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { version?: string }).version;
  } catch (error) {
    throw new ReleaseFault(`${file} is no JSON: ${(error as Error).message}`);
  }
}

/** Keeps the reports as they stand as those of a release. */
export function keepReports(root: string, version: string): void {
  rmSync(join(root, released), { recursive: true, force: true });
  mkdirSync(join(root, released), { recursive: true });
  for (const { folder } of membersWithReports(root)) {
    const kept = join(root, released, folder);
    cpSync(join(root, folder, "api"), kept, { recursive: true });
    writeFileSync(join(kept, manifestReportName), manifestReport(join(root, folder)));
  }
  const text = JSON.stringify({ version }, undefined, 2);
  writeFileSync(join(root, released, "release.json"), `${text}\n`);
}

function reportIn(folder: string): SurfaceReport {
  const files = globSync("*.api.md", { cwd: folder }).toSorted();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

function hasReport(folder: string): boolean {
  return globSync("*.api.md", { cwd: folder }).length > 0;
}

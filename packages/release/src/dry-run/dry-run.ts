import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTool, tools } from "@getclickmedia/sms-test-tools";
import { readMembers } from "../members.ts";
import { ReleaseFault } from "../release-fault.ts";
import { surfaceFaults } from "../surface/surface-faults.ts";
import { keptFaults } from "../versions/kept-faults.ts";
import { repositoryVersion, versionFaults } from "../versions/version-faults.ts";
import { uncommitted } from "../working-tree.ts";
import type { Checked } from "./artefact.ts";
import { writeChecksums } from "./build/write-checksums.ts";
import { sbomFaults } from "./contents/other-faults.ts";
import { asChecked, inspect } from "./inspect.ts";
import { makeArtefacts, type Programs, type Release } from "./make-artefacts.ts";
import { repositoryFaults } from "./repository-faults.ts";
import { table } from "./table.ts";
import { trySite } from "./try/try-site.ts";
import { tryArtefacts } from "./try-artefacts.ts";

/**
 * Builds every file that a release publishes into `packages/release/dist/artefacts`, looks into each, tries it as a
 * stranger would, and prints what would go where. Publishes nothing, and leaves no files where something is wrong.
 * @throws ReleaseFault with everything that must not be published so.
 */
export async function dryRun(root: string): Promise<void> {
  const started = Date.now();
  const folder = join(root, "packages/release/dist/artefacts");
  rmSync(folder, { recursive: true, force: true });
  refuse([...versionFaults(root), ...keptFaults(root), ...(await surfaceFaults(root))]);
  warn(root);
  const programs = findPrograms();
  console.log("Building all packages ...");
  emptyBuilt(root);
  build(root);
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "release-"));
  try {
    const release = { root, folder, version: repositoryVersion(root) };
    const checked = await makeAndTry(release, programs, work);
    console.log(`\n${table(checked)}\n`);
    console.log(
      `${checked.length} files in packages/release/dist/artefacts after ${Math.round((Date.now() - started) / 1000)} s. Nothing was published.`,
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function makeAndTry(release: Release, programs: Programs, work: string): Promise<Checked[]> {
  console.log("Packing ...");
  const artefacts = await makeArtefacts(release, programs);
  console.log("Looking into what was packed ...");
  const { checked, faults, site } = await inspect(artefacts, release, programs, join(work, "look"));
  refuse(faults);
  console.log("Installing it into empty folders and running what the READMEs say ...");
  const { tried, sboms } = await tryArtefacts(artefacts, release, programs, work);
  tried.set("documentation site", `${await trySite(site)} files served`);
  refuse(sboms.flatMap((sbom) => sbomFaults(sbom).map((fault) => `${sbom.name} ${fault}.`)));
  const all = [...checked, ...sboms.map((sbom) => asChecked(sbom))];
  const sums = writeChecksums(release.folder, release.version, all);
  return [...all, asChecked(sums)].map((it) => ({
    ...it,
    tried: [...it.tried, tried.get(it.name) ?? []].flat(),
  }));
}

function refuse(faults: string[]): void {
  if (faults.length > 0) throw new ReleaseFault(faults.join("\n"));
}

/**
 * What is said, and stops nobody.
 * @throws ReleaseFault on GitHub when a package names no repository: npm would refuse it after PyPI has published.
 */
function warn(root: string): void {
  if (uncommitted(root).length > 0) {
    console.warn("Note: not everything here is committed, so that nobody else can make the same.");
  }
  const { unnamed, deadLinks } = repositoryFaults(root);
  if (unnamed.length === 0) return;
  const line = `${unnamed.length} npm packages do not name their repository and their folder in it, as ${unnamed[0]}. npm takes no provenance without. docs/releasing.md says how to set it.`;
  if (process.env.GITHUB_ACTIONS) throw new ReleaseFault(line);
  console.warn(`Note: ${line}`);
  if (deadLinks.length > 0) {
    console.warn(
      `Note: ${deadLinks.length} links of their READMEs lead nowhere on npm until then, as ${deadLinks[0]}.`,
    );
  }
}

/** @throws ReleaseFault on a build machine that lacks one, because a part of the release would be missing. */
function findPrograms(): Programs {
  const programs: Programs = {};
  for (const name of ["python3", "php", "composer"] as const) {
    const program = findTool(name);
    if (program) programs[name] = program;
    else {
      const line = `${name} was not found: a part of the release is left out. ${tools[name].install}`;
      if (process.env.CI) throw new ReleaseFault(line);
      console.warn(line);
    }
  }
  return programs;
}

/** Packages that are no npm packages and whose built files are published. */
const alsoBuilt = ["packages/docs", "packages/postman"];

/** Removes what was built, because a build that comes from the cache leaves files of earlier ones, which are packed too. */
function emptyBuilt(root: string): void {
  const published = readMembers(root).filter(({ registry }) => registry === "npm");
  for (const folder of [...published.map((each) => each.folder), ...alsoBuilt])
    rmSync(join(root, folder, "dist"), { recursive: true, force: true });
}

function build(root: string): void {
  try {
    execFileSync("turbo", ["run", "build", "--output-logs=errors-only"], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  } catch {
    throw new ReleaseFault("The packages do not build. `npm run build` says why.");
  }
}

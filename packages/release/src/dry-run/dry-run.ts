import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTool, tools } from "@getclickmedia/sms-test-tools";
import { ReleaseFault } from "../release-fault.ts";
import { surfaceFaults } from "../surface/surface-faults.ts";
import { repositoryVersion, versionFaults } from "../versions/version-faults.ts";
import type { Checked } from "./artefact.ts";
import { writeChecksums } from "./build/write-checksums.ts";
import { sbomFaults } from "./contents/other-faults.ts";
import { asChecked, inspect } from "./inspect.ts";
import { makeArtefacts, type Programs, type Release } from "./make-artefacts.ts";
import { table } from "./table.ts";
import { trySite } from "./try/try-site.ts";
import { tryArtefacts } from "./try-artefacts.ts";

/**
 * Builds every file that a release publishes into `packages/release/dist/artefacts`, looks into each, tries it as a
 * stranger would, and prints what would go where. Publishes nothing.
 * @throws ReleaseFault with everything that must not be published so.
 */
export async function dryRun(root: string): Promise<void> {
  const started = Date.now();
  refuse([...versionFaults(root), ...(await surfaceFaults(root))]);
  warn(root);
  const programs = findPrograms();
  console.log("Building all packages ...");
  build(root);
  const folder = join(root, "packages/release/dist/artefacts");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "release-"));
  try {
    const release = { root, folder, version: repositoryVersion(root) };
    const checked = await makeAndTry(release, programs, work);
    console.log(`\n${table(checked)}\n`);
    console.log(
      `${checked.length} files in packages/release/dist/artefacts after ${Math.round((Date.now() - started) / 1000)} s. Nothing was published.`,
    );
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

/** What is said, and stops nobody. */
function warn(root: string): void {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status === 0 && stdout !== "") {
    console.warn("Note: not everything here is committed, so that nobody else can make the same.");
  }
  const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    repository?: unknown;
  };
  if (!repository) {
    console.warn(
      "Note: package.json names no repository, and npm takes no provenance without. docs/releasing.md says how to set it.",
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

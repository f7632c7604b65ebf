import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ReleaseFault } from "./release-fault.ts";
import { keepReports } from "./surface/reports.ts";
import { surfaceFaults } from "./surface/surface-faults.ts";
import { keptFaults } from "./versions/kept-faults.ts";
import { raiseVersions } from "./versions/raise-versions.ts";
import { uncommitted } from "./working-tree.ts";

/** How many files that are not committed are named. */
const shown = 10;

/**
 * Makes of the pending changes a version: raises everything to it, generates anew what states it, and keeps the API's
 * document and the reports of the SDKs as those of this release. Nothing is committed, and nothing is changed before all
 * that can be refused has been looked at.
 * @param date The day of the release, as `2026-11-29`.
 * @throws ReleaseFault when something is not committed, nothing is pending, a change of a public API is not told, or a
 * step fails.
 */
export async function version(root: string, date: string): Promise<void> {
  refuseUncommitted(root);
  refuse([...keptFaults(root), ...(await surfaceFaults(root))]);
  expectToldApi(root);
  const raised = await raiseVersions(root, date);
  console.log(`Everything is ${raised} now. Generating what states it ...`);
  step(root, "node", ["scripts/generate.ts"]);
  step(join(root, "packages/release"), "pnpm", ["exec", "gcm-api-changes", "keep"]);
  keepReports(root, raised);
  console.log(`${raised} is ready. Look at \`git diff\` and CHANGELOG.md, and commit all of it.`);
}

function refuse(faults: string[]): void {
  if (faults.length > 0) throw new ReleaseFault(faults.join("\n\n"));
}

/** What is not committed would be mixed with the release, and could not be told from it when it has to be put back. */
function refuseUncommitted(root: string): void {
  const files = uncommitted(root);
  if (files.length === 0) return;
  const more = files.length > shown ? [`  and ${files.length - shown} more`] : [];
  throw new ReleaseFault(
    [
      "Not everything here is committed. Commit it, the change files too, or put it away with `git stash --include-untracked`, and run this again:",
      ...files.slice(0, shown).map((file) => `  ${file}`),
      ...more,
    ].join("\n"),
  );
}

/** Builds the API's document as it is now, and has its changes since the last release rated. */
function expectToldApi(root: string): void {
  const build = [
    "run",
    "build",
    "--filter=@getclickmedia/sms-openapi",
    "--output-logs=errors-only",
  ];
  const advice = "Nothing was changed. Mend it and run this again.";
  step(root, "turbo", build, advice);
  step(join(root, "packages/release"), "pnpm", ["exec", "gcm-api-changes"], advice);
}

const putBack =
  "Mend it, put the files back with `git restore .` and `git clean -n`, and run this again.";

function step(cwd: string, program: string, args: string[], advice = putBack): void {
  const { status, error } = spawnSync(program, args, {
    cwd,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const reason = error ? ` ${error.message}.` : "";
  throw new ReleaseFault(`\`${[program, ...args].join(" ")}\` failed.${reason} ${advice}`);
}

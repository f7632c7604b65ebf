import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ReleaseFault } from "./release-fault.ts";
import { keepReports } from "./surface/reports.ts";
import { surfaceFaults } from "./surface/surface-faults.ts";
import { raiseVersions } from "./versions/raise-versions.ts";

/**
 * Makes of the pending changes a version: raises everything to it, generates anew what states it, and keeps the API's
 * document and the reports of the SDKs as those of this release. Nothing is committed.
 * @param date The day of the release, as `2026-11-29`.
 * @throws ReleaseFault when nothing is pending, a change of the public API is not told, or a step fails.
 */
export async function version(root: string, date: string): Promise<void> {
  const untold = await surfaceFaults(root);
  if (untold.length > 0) throw new ReleaseFault(untold.join("\n\n"));
  const raised = await raiseVersions(root, date);
  console.log(`Everything is ${raised} now. Generating what states it ...`);
  step(root, "node", ["scripts/generate.ts"]);
  step(join(root, "packages/release"), "pnpm", ["exec", "gcm-api-changes", "keep"]);
  keepReports(root, raised);
  console.log(`${raised} is ready. Look at \`git diff\` and CHANGELOG.md, and commit all of it.`);
}

function step(cwd: string, program: string, args: string[]): void {
  const { status, error } = spawnSync(program, args, { cwd, stdio: "inherit" });
  if (status === 0) return;
  const reason = error ? ` ${error.message}` : "";
  throw new ReleaseFault(
    `\`${[program, ...args].join(" ")}\` failed.${reason} Mend it, put the files back with \`git restore .\` and \`git clean -n\`, and run this again.`,
  );
}

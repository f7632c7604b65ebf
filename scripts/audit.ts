import { spawnSync } from "node:child_process";

// Asks the registry which of the installed packages have known vulnerabilities. That changes from day to day without a
// change here, and needs an answer from outside, so it is no part of the tests.

const { status } = spawnSync("pnpm", ["audit", "--audit-level=moderate"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
if (status !== 0) {
  console.error(
    "\nnpm run audit: not every package is known to be safe; the lines above say why. Update what has a patched version. " +
      "If none has, and what is vulnerable is out of reach here, list the advisory under auditConfig in pnpm-workspace.yaml with the reason.",
  );
}
process.exitCode = status ?? 1;

import { spawnSync } from "node:child_process";

/** Runs turbo tasks over all packages, with what they print. */
const { status } = spawnSync("turbo", ["run", ...process.argv.slice(2)], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;

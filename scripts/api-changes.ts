import { spawnSync } from "node:child_process";
import { runTurbo } from "./run-turbo.ts";
import { stopSignal } from "./stop-signal.ts";

// Says what changed in the API since its last release, from the description as it is now.

const document = ["build", "--filter=@getclickmedia/sms-openapi", "--output-logs=errors-only"];
// Only the answer goes to stdout, since it may be JSON for a program.
process.exitCode = await runTurbo(document, {
  stop: stopSignal(),
  stdio: ["inherit", process.stderr, process.stderr],
});
if (process.exitCode === 0) {
  const program = "packages/api-changes/bin/gcm-api-changes.ts";
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

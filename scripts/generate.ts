import { runTurbo } from "./run-turbo.ts";
import { stopSignal } from "./stop-signal.ts";

// Writes the generated sources anew, and then the reports on what is built from them: a build in the same run as
// the writing may still have read the old ones. What has neither task (the site, for one) is not built for it.

const stop = stopSignal();
for (const task of ["generate", "report"]) {
  const code = await runTurbo([task, ...process.argv.slice(2)], { stop });
  // Turbo may call it a success to have been stopped.
  process.exitCode = stop.aborted ? code || 130 : code;
  if (process.exitCode !== 0) break;
}

import { runTurbo } from "./run-turbo.ts";
import { stopSignal } from "./stop-signal.ts";

// Runs turbo tasks over all packages.

process.exitCode = await runTurbo(process.argv.slice(2), { stop: stopSignal() });

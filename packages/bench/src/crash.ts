import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { configurationFor } from "./crash/account.ts";
import {
  endingProblems,
  ledgerProblems,
  lostOf,
  untilSettled,
  webhookProblems,
} from "./crash/checks.ts";
import { startReceiver } from "./crash/receiver.ts";
import { type SandboxProcess, startSandboxProcess } from "./crash/sandbox-process.ts";
import { drive } from "./crash/traffic.ts";
import { table } from "./table.ts";

// Kills the sandbox with `kill -9` at a random moment under full load, starts it again on the same file, and
// looks for anything that it had acknowledged and does not know any more: `crash.ts [runs]`.
//
// It does not test the disk: what a process has written survives its end without any fsync.

const runs = Number(process.argv[2] ?? 200);
/** How many runs share the machine, and after how long no other is begun. */
const together = 3;
const enoughMs = 330_000;

interface Run {
  killedAfter: number;
  /** The size of the file without its log, in bytes. */
  database: number;
  singles: number;
  inBatches: number;
  cancelled: number;
  booked: number;
  webhooks: number;
  repeated: number;
  lost: string[];
  violations: string[];
}

async function run(): Promise<Run> {
  const directory = await mkdtemp(join(tmpdir(), "gcm-crash-"));
  const [data, configuration] = [join(directory, "data.db"), join(directory, "config.json")];
  const receiver = await startReceiver();
  await writeFile(configuration, JSON.stringify(configurationFor(receiver.url)));
  const start = () => startSandboxProcess(data, configuration);
  let running: SandboxProcess | undefined;
  try {
    running = await start();
    const traffic = drive(running);
    const killedAfter = Math.random() * 1_200;
    await sleep(killedAfter);
    await running.kill();
    const seen = await traffic;
    const { size: database } = await stat(data).catch(() => ({ size: 0 }));
    // Every other time it is killed once more while it catches up.
    if (Math.random() < 0.5) {
      running = await start();
      await sleep(Math.random() * 200);
      await running.kill();
    }
    const sandbox = await start();
    running = sandbox;
    const lost = await lostOf(sandbox, seen);
    const stored = await untilSettled(sandbox);
    const arrived = [...receiver.arrivals.values()].flatMap((events) => [...events.values()]);
    return {
      killedAfter,
      database,
      singles: seen.singles.size,
      inBatches: seen.batches.values().reduce((sum, { queued }) => sum + queued, 0),
      cancelled: seen.cancelled.size,
      booked: stored.ledger.length,
      webhooks: arrived.length,
      repeated: arrived.reduce((sum, bodies) => sum + bodies.length - 1, 0),
      lost,
      violations: [
        ...seen.problems,
        ...receiver.problems,
        ...endingProblems(stored),
        ...ledgerProblems(stored, seen),
        ...webhookProblems(stored, receiver),
        ...sandbox.complaints(),
      ],
    };
  } finally {
    await running?.kill();
    await receiver.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A run that could not be finished is a violation, and the others go on. */
function failed({ message }: Error): Run {
  const nothing = { singles: 0, inBatches: 0, cancelled: 0, booked: 0, webhooks: 0, repeated: 0 };
  return { killedAfter: 0, database: 0, ...nothing, lost: [], violations: [message] };
}

const done: Run[] = [];
const started = performance.now();
let begun = 0;

async function runInTurn(): Promise<void> {
  while (begun < runs && performance.now() - started < enoughMs) {
    begun += 1;
    const result = await run().catch(failed);
    done.push(result);
    // The first few say what is wrong; the numbers are below.
    for (const each of [...result.lost, ...result.violations].slice(0, 5))
      console.error(`  ${each}`);
    if (done.length % 20 === 0) console.log(`${done.length} runs`);
  }
}

await Promise.all(Array.from({ length: together }, runInTurn));

const number = (value: number) => Math.round(value).toLocaleString("en");
const sumOf = (figure: (run: Run) => number) => done.reduce((sum, each) => sum + figure(each), 0);
const row = (name: string, figure: (run: Run) => number) => {
  const figures = done.map(figure).sort((one, other) => one - other);
  const median = figures[Math.floor(figures.length / 2)] ?? 0;
  const all = [figures[0] ?? 0, median, figures.at(-1) ?? 0].map(number);
  return [name, ...all];
};
console.log(
  table([
    ["", "least", "median", "most"],
    row("killed after, ms", ({ killedAfter }) => killedAfter),
    row("acknowledged alone", ({ singles }) => singles),
    row("acknowledged in batches", ({ inBatches }) => inBatches),
    row("acknowledged cancellations", ({ cancelled }) => cancelled),
    row("database beside its log, KiB", ({ database }) => database / 1_024),
    row("ledger entries", ({ booked }) => booked),
    row("webhooks", ({ webhooks }) => webhooks),
    row("webhooks repeated", ({ repeated }) => repeated),
  ]),
);
const accepted = sumOf(({ singles, inBatches }) => singles + inBatches);
const lost = sumOf((each) => each.lost.length);
const violations = sumOf((each) => each.violations.length);
console.log(
  `${done.length} runs: ${number(accepted)} accepted, ${number(lost)} lost, ${number(
    sumOf(({ webhooks }) => webhooks),
  )} webhooks, ${number(violations)} violations, ${number((performance.now() - started) / 1_000)} s`,
);
if (lost + violations > 0 || done.length === 0) process.exitCode = 1;

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { exampleSend } from "../example-send.ts";
import { createDataFolder, startSandbox } from "../send-servers.ts";
import type { Server } from "../server.ts";
import { createAnswerCheck } from "./answer-check.ts";
import { createAttack } from "./attack.ts";
import { closeConnections } from "./call.ts";
import { creditProblems } from "./credit-check.ts";
import { readDocuments } from "./documents.ts";
import { watchHealth } from "./health-watch.ts";
import { startReceiver } from "./receiver.ts";
import { createRecord, type Problem, type Record, type Tally } from "./record.ts";
import { scenarios } from "./scenarios.ts";
import { key, quietKey } from "./secrets.ts";
import { senderId, template, templateId } from "./valid-bodies.ts";

export interface HostileOptions {
  /** How many requests are drawn at random; those of the scenarios come on top. */
  requests: number;
  seed: number;
  /** Told how far the run is. */
  log?: (line: string) => void;
}

export interface HostileReport {
  tallies: Map<string, Tally>;
  problems: Problem[];
  /** Each time that a health request took more than 1 s, and what the sandbox was probably busy with. */
  stalls: string[];
  /** Resident memory in MiB after each quarter of the run, when everything was forgotten. */
  memory: number[];
  /** The slowest answer to a health request, in milliseconds. */
  slowestHealth: number;
}

/** How many random requests are made between one reset and the next, and how many at a time. */
const turn = 1_000;
const atATime = 16;

/** A shorter run is over before the server gives up what is left open, and before memory settles. */
const longRun = 20_000;
const leftOpen = 50;
const quarters = 4;
/** How long the sandbox is left in peace before its memory is read, in milliseconds. */
const settlingTime = 500;
/** How long the requests have been going on in whose middle it is told to stop, in milliseconds. */
const beforeStop = 300;
/** How much more memory the last quarter may take than the second. */
const memoryGrowth = 1.25;

/**
 * Starts a sandbox with a data file, treats it badly, and reports what should not have been. The requests are the
 * same for the same seed, but for the ids that they take from answers and for how they meet each other.
 */
export async function runHostile({
  requests,
  seed,
  log = () => undefined,
}: HostileOptions): Promise<HostileReport> {
  const documents = await readDocuments();
  const record = createRecord(createAnswerCheck(documents));
  const receiver = await startReceiver();
  const { folder, remove } = createDataFolder();
  const data = join(folder, "hostile.db");
  const sandbox = await startWatched(data, record);
  const { origin, port } = new URL(sandbox.url);
  const attack = createAttack({
    port: Number(port),
    seed,
    documents,
    receiver: receiver.origin,
    record,
  });
  const health = watchHealth(`${origin}/_sandbox/health`, record.slowHealth);
  const isLong = requests >= longRun;
  const open = attack.leaveOpen(isLong ? leftOpen : 0);
  const memory: number[] = [];

  const checkCredits = async () => {
    const found = await creditProblems(origin).catch((error: Error) => [error.message]);
    for (const problem of found) record.problem(`the credits do not add up: ${problem}`);
  };

  let slowestHealth = Number.NaN;
  try {
    const turns = Math.ceil(requests / turn);
    const names = Object.keys(scenarios);
    for (let index = 0; index < turns; index++) {
      await atOnce(index * turn, Math.min(requests, (index + 1) * turn), attack.random);
      await checkCredits();
      await attack.reset();
      const [from, to] = [index, index + 1].map((each) =>
        Math.floor((each * names.length) / turns),
      );
      for (const name of names.slice(from, to)) {
        log(name);
        await attack.scenario(name);
        await checkCredits();
        await attack.reset();
      }
      if (Math.floor((quarters * (index + 1)) / turns) === memory.length) continue;
      await sleep(settlingTime);
      memory.push(sandbox.memory());
      log(`${memory.length * 25}%: ${memory.at(-1)?.toFixed(0)} MiB`);
    }
    await open;
    slowestHealth = await health.stop();
    // Whatever is under way when it is told to stop may be cut off.
    record.allowCuts(true);
    const last = atOnce(requests, requests + turn, attack.random);
    await sleep(beforeStop);
    if (!(await sandbox.stop())) record.problem("SIGTERM did not end the sandbox within 10 s");
    await last;
  } finally {
    await sandbox.stop();
    await receiver.close();
    closeConnections();
    remove();
  }
  const [, half = Number.NaN, , last = Number.NaN] = memory;
  if (isLong && last > half * memoryGrowth)
    record.problem(`the memory has grown from ${half.toFixed(0)} to ${last.toFixed(0)} MiB`);
  const { tallies } = record;
  return { tallies, problems: record.problems(), stalls: record.stalls(), memory, slowestHealth };
}

/** The sandbox, with everything that it writes to its standard error taken as a problem. */
async function startWatched(data: string, record: Record): Promise<Server> {
  return startSandbox(await exampleSend(), data, {
    config: { accounts: accounts(), webhooks: { timeoutSeconds: 0.02 } },
    headers: { "x-api-key": key },
    nodeFlags: ["--import", fileURLToPath(import.meta.resolve("./connection-watch.ts"))],
    onError: (text) => record.problem(`on standard error: ${text.split("\n", 1)[0]}`, text),
  });
}

/** One that sends, and one that may send nothing. */
function accounts(): object[] {
  const unlimited = { plan: "Enterprise", requestsPerSecond: 1_000_000, credits: 1_000_000_000 };
  const registered = {
    headers: [{ senderId, approved: true }],
    templates: [{ templateId, senderId, type: "transactional", text: template }],
  };
  return [
    { accountId: "traffic", ...unlimited, ...registered, keys: [{ key }] },
    { accountId: "quiet", ...unlimited, ...registered, routes: [], keys: [{ key: quietKey }] },
  ];
}

/** Works through numbers, many at a time. */
async function atOnce(
  from: number,
  to: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < to) await work(next++);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}

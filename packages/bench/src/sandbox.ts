import { join } from "node:path";
import { exampleSend } from "./example-send.ts";
import { type Figure, printFigures } from "./figures.ts";
import { bulkLatencies } from "./sandbox/bulk-latency.ts";
import { coldStarts, programs } from "./sandbox/cold-start.ts";
import { idleMemory } from "./sandbox/idle-memory.ts";
import { fill, slowdown } from "./sandbox/stored-messages.ts";
import { loadInTurn } from "./send-rate.ts";
import {
  createDataFolder,
  startFastify,
  startPrism,
  startSandbox,
  storedMessages,
} from "./send-servers.ts";
import { median, percentile, ratios } from "./statistics.ts";
import { table } from "./table.ts";

// The sandbox with a data file, where what is accepted is on the disk before it is answered, beside plain Prism
// and a bare Fastify that stores nothing.

const rounds = 7;
const seconds = 3;
const manyMessages = 1_000_000;

const send = await exampleSend();
const { folder, remove } = createDataFolder();
const empty = join(folder, "empty.db");
const full = join(folder, "full.db");
try {
  const figures = [...(await underLoad()), ...(await withManyMessages()), ...(await atRest())];
  console.log("");
  printFigures(figures);
} finally {
  remove();
}

async function underLoad(): Promise<Figure[]> {
  const sandbox = await startSandbox(send, join(folder, "loaded.db"));
  const prism = await startPrism();
  const fastify = await startFastify(send);
  const servers = [sandbox, fastify, prism];
  try {
    const loads = await loadInTurn(servers, send, rounds, seconds);
    const [ours = [], bare = [], plain = []] = [...loads.values()].map(({ rates }) => rates);
    const overFastify = ratios(ours, bare);
    const overPrism = ratios(ours, plain);
    printRounds([
      ["gcm-sandbox, sends/s", ours, 0],
      ["Fastify, sends/s", bare, 0],
      ["Prism, sends/s", plain, 0],
      ["sandbox / Fastify", overFastify, 2],
      ["sandbox / Prism", overPrism, 1],
    ]);
    const lost = (loads.get(sandbox)?.accepted ?? 0) - (await storedMessages(sandbox));
    const memory = sandbox.memory();
    const latencies = await bulkLatencies([sandbox, prism]);
    const [ourBulks = [], plainBulks = []] = latencies.values();
    const plainP95 = percentile(plainBulks, 95);
    return [
      { name: "sandbox / Prism", measured: median(overPrism), atLeast: 8, decimals: 1 },
      { name: "sandbox / Fastify", measured: median(overFastify), atLeast: 0.75, decimals: 2 },
      { name: "accepted or stored only", measured: Math.abs(lost), atMost: 0 },
      { name: "memory after the load", measured: megabytes(memory), unit: " MB" },
      { name: "bulk of 10,000, median", measured: median(ourBulks), unit: " ms" },
      { name: "bulk of 10,000, p95", measured: percentile(ourBulks, 95), atMost: 150, unit: " ms" },
      { name: "the same by Prism, median", measured: median(plainBulks), unit: " ms" },
      { name: "the same by Prism, p95", measured: plainP95, unit: " ms" },
      {
        name: "sandbox / Prism, p95",
        measured: percentile(ourBulks, 95) / plainP95,
        atMost: 1,
        decimals: 2,
      },
    ];
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function withManyMessages(): Promise<Figure[]> {
  await fill(send, full, manyMessages);
  const slower = await slowdown(send, empty, full);
  printRounds([["time of a send with 1,000,000 messages / with few", slower, 2]]);
  return [
    {
      name: "a send with 1,000,000 messages stored / with few",
      measured: median(slower),
      atMost: 1.1,
      decimals: 2,
    },
  ];
}

async function atRest(): Promise<Figure[]> {
  const starts = await coldStarts(programs(send, join(folder, "new.db"), full));
  const memory = await idleMemory(send, join(folder, "idle.db"));
  return [
    ...[...starts].map(([{ name }, times]) => ({
      name: `first answer of ${name}`,
      measured: median(times),
      unit: " ms",
      ...(name.startsWith("gcm-sandbox") ? { atMost: 400 } : {}),
    })),
    { name: "memory after the start", measured: megabytes(memory.afterStart), unit: " MB" },
    { name: "memory when idle", measured: megabytes(memory.idle), atMost: 100, unit: " MB" },
  ];
}

function megabytes(mebibytes: number): number {
  return (mebibytes * 2 ** 20) / 1e6;
}

function printRounds(rows: [name: string, figures: number[], decimals: number][]): void {
  const shown = rows.map(([name, figures, decimals]) => [
    name,
    ...figures.map((figure) => figure.toFixed(decimals)),
  ]);
  console.log(`${table(shown)}\n`);
}

import { parseArgs } from "node:util";
import type { Problem, Tally } from "./hostile/record.ts";
import { runHostile } from "./hostile/run.ts";
import { table } from "./table.ts";

// 100,000 hostile requests to a sandbox with a data file: `hostile.ts [--requests=100000] [--seed=1]`.

const { requests, seed } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
  },
}).values;

const started = performance.now();
const report = await runHostile({
  requests: Number(requests),
  seed: Number(seed),
  log: (line) => console.error(`${seconds().padStart(6)} s  ${line}`),
});
const { tallies, problems, stalls, memory, slowestHealth } = report;

console.log(table([["", "requests", "slowest", "answers"], ...[...tallies].map(tallyRow)]));
console.log(`\nmemory after each quarter: ${memory.map((each) => each.toFixed(0)).join(", ")} MiB`);
console.log(`slowest answer to a health request: ${slowestHealth.toFixed(0)} ms\n`);
for (const stall of stalls) console.log(`STALL ${stall}\n`);
for (const problem of problems) console.log(problemLine(problem));
const total = [...tallies.values()].reduce((sum, tally) => sum + tally.requests, 0);
console.log(
  `${total} hostile requests with seed ${seed} in ${seconds()} s: ${problems.length} kinds of problems, ${stalls.length} stalls.`,
);
if (problems.length + stalls.length > 0) process.exitCode = 1;

function tallyRow([kind, { requests, answers, slowestMs }]: [string, Tally]): string[] {
  const counts = [...answers].sort().map(([status, count]) => `${count} ${status}`);
  return [kind, `${requests}`, `${slowestMs} ms`, counts.join(", ")];
}

function problemLine({ what, times, example }: Problem): string {
  return `PROBLEM (${times} times) ${what}\n  ${example}\n`;
}

function seconds(): string {
  return ((performance.now() - started) / 1_000).toFixed(0);
}

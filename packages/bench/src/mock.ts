import { fileURLToPath } from "node:url";
import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import autocannon from "autocannon";
import { type Server, startServer } from "./server.ts";

// The mock beside plain Prism on the same document: a valid single send, in turn, on one machine.

const rounds = 5;
const seconds = 4;
const connections = 20;

const [send] = operationsOf(await readDocument());
const [example] = examplesOf(send?.requestBody).map(([, { value }]) => value);
const file = (name: string) => fileURLToPath(import.meta.resolve(name));

const mock = await startServer(
  "gcm-mock",
  file("@getclickmedia/sms-mock").replace(/index\.js$/, "cli.js"),
  (port) => ["--port", String(port)],
  "/_control/health",
);
const prism = await startServer(
  "Prism",
  file("@stoplight/prism-cli").replace(/dist.*$/, "dist/index.js"),
  (port) => ["mock", "-p", String(port), file("@getclickmedia/sms-openapi")],
  "/account/balance",
);

try {
  await measure(mock, 1);
  await measure(prism, 1);
  const ratios: number[] = [];
  const rates = new Map<Server, number[]>([
    [mock, []],
    [prism, []],
  ]);
  for (let round = 1; round <= rounds; round++) {
    const [ours, theirs] = [await measure(mock, seconds), await measure(prism, seconds)];
    rates.get(mock)?.push(ours);
    rates.get(prism)?.push(theirs);
    ratios.push(ours / theirs);
    console.log(`round ${round}: ${Math.round(ours)} / ${Math.round(theirs)} requests a second`);
  }
  console.log(`\n${"".padEnd(10)} requests/s  first answer  memory after`);
  for (const [server, measured] of rates) {
    console.log(
      `${server.name.padEnd(10)} ${String(Math.round(median(measured))).padStart(10)}  ${String(Math.round(server.startMs)).padStart(9)} ms  ${String(Math.round(server.memory())).padStart(8)} MiB`,
    );
  }
  console.log(
    `\ngcm-mock / Prism, round by round: median ${median(ratios).toFixed(2)}, from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
  );
} finally {
  mock.stop();
  prism.stop();
}

/** Valid sends for a while; the answered requests a second. Any other answer ends the benchmark. */
async function measure(server: Server, duration: number): Promise<number> {
  const result = await autocannon({
    url: `${server.url}${send?.path}`,
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": "gcm_test_bench" },
    body: JSON.stringify(example),
    connections,
    duration,
  });
  if (result.non2xx > 0 || result.errors > 0 || result["2xx"] === 0) {
    throw new Error(`${server.name} answered ${result.non2xx} requests with an error.`);
  }
  return result["2xx"] / result.duration;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

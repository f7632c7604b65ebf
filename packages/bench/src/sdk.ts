import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { bundledSize } from "./bundle.ts";
import { callRates } from "./call-rate.ts";
import { type Client, clients, fetchWithTimeout, rawFetch, sdk } from "./clients.ts";
import { exampleSend } from "./example-send.ts";
import { importTimes } from "./import-time.ts";
import { type Footprint, install } from "./install.ts";
import { median, ratios, spread } from "./statistics.ts";
import { table } from "./table.ts";

// The SDK beside its peers: what it weighs, and what it costs a call. `--node=PATH` takes another Node.

/** What the SDK keeps to, or the bench fails. */
const targets = { size: 6144, importMs: 5, packages: 1, ratio: 0.95 };

interface Weight extends Footprint {
  size: number;
}

const { node } = parseArgs({
  options: { node: { type: "string", default: process.execPath } },
}).values;

const packages = clients.filter(({ imports }) => imports);
const weights = new Map<Client, Weight>();
for (const client of packages) {
  weights.set(client, { ...install(client), size: await bundledSize(client) });
}
const importMs = await importTimes(packages, node);
const rates = await callRates(clients, node, await exampleSend());

const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
const heading = ["min+gzip", "import", "packages", "on disk", "calls/s"];
const ratioHeading = [rawFetch, fetchWithTimeout].map(({ name }) => `/ ${name}`);
console.log(`The SDK beside its peers, on Node ${version}\n`);
console.log(table([["", ...heading, ...ratioHeading], ...clients.map(row)]));
for (const miss of misses()) {
  console.error(`\n${sdk.name} ${miss}`);
  process.exitCode = 1;
}

function row(client: Client): string[] {
  const weight = weights.get(client);
  const perSecond = rates.get(client)?.map((rate) => rate.callsPerSecond) ?? [];
  return [
    [client.name, client.version].filter(Boolean).join(" "),
    weight ? bytes(weight.size) : "",
    weight ? `${median(importMs.get(client) ?? []).toFixed(1)} ms` : "",
    weight ? `${weight.packages}` : "",
    weight ? `${weight.megabytes.toFixed(1)} MB` : "",
    median(perSecond).toFixed(0),
    spread(ratiosToFetch(client)),
    spread(ratios(ratiosToFetch(client), ratiosToFetch(fetchWithTimeout))),
  ];
}

function bytes(size: number): string {
  return Number.isNaN(size) ? "no bundle" : `${size} B`;
}

function ratiosToFetch(client: Client): number[] {
  return rates.get(client)?.map(({ ratio }) => ratio) ?? [];
}

function misses(): string[] {
  const { size = Number.NaN, packages = Number.NaN } = weights.get(sdk) ?? {};
  const importTime = median(importMs.get(sdk) ?? []);
  const ratio = median(ratiosToFetch(sdk));
  return [
    size <= targets.size ? [] : `has ${size} bytes, and may have ${targets.size}.`,
    importTime <= targets.importMs
      ? []
      : `takes ${importTime.toFixed(1)} ms to import, and may take ${targets.importMs}.`,
    packages <= targets.packages
      ? []
      : `brings ${packages - 1} other packages, and may bring none.`,
    ratio >= targets.ratio
      ? []
      : `makes ${ratio.toFixed(3)} of the calls of ${rawFetch.name}, and must make ${targets.ratio}.`,
  ].flat();
}

import { alternate } from "./alternate.ts";
import type { CallRate } from "./call-rate.ts";
import { clients, type LocalSend, rawFetch } from "./clients.ts";
import { median, ratios } from "./statistics.ts";

// Lets one client and raw `fetch` call in turn, as fast as they can, and prints the client's `CallRate`:
// `load.js CLIENT LOCAL_SEND`.

const concurrency = 16;
const warmUp = 0.5;
const seconds = 0.05;
const rounds = 20;

const [name, local = ""] = process.argv.slice(2);
const client = clients.find((each) => each.name === name) ?? rawFetch;
const send: LocalSend = JSON.parse(local);
const imported = client.imports ? await import(client.name) : undefined;
const call = client.connect(imported as never, send);
const fetchCall = rawFetch.connect(undefined as never, send);

await callsPerSecond(call, warmUp);
await callsPerSecond(fetchCall, warmUp);
const rates = await alternate([call, fetchCall], rounds, (each) => callsPerSecond(each, seconds));
const [ours = [], theirs = []] = rates.values();
const rate: CallRate = { callsPerSecond: median(ours), ratio: median(ratios(ours, theirs)) };
console.log(JSON.stringify(rate));

async function callsPerSecond(call: () => Promise<unknown>, seconds: number): Promise<number> {
  let calls = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const caller = async () => {
    for (; performance.now() < end; calls++) await call();
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  return calls / ((performance.now() - started) / 1000);
}

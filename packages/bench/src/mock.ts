import { exampleSend } from "./example-send.ts";
import { loadInTurn } from "./send-rate.ts";
import { startMock, startPrism } from "./send-servers.ts";
import { median, ratios, spread } from "./statistics.ts";
import { table } from "./table.ts";

// The mock beside plain Prism on the same document: a valid single send, in turn, on one machine.

const rounds = 5;
const seconds = 4;

const mock = await startMock();
const prism = await startPrism();

try {
  const loads = await loadInTurn([mock, prism], await exampleSend(), rounds, seconds);
  const rows = [...loads].map(([server, { rates }]) => [
    server.name,
    median(rates).toFixed(0),
    `${server.startMs.toFixed(0)} ms`,
    `${server.memory().toFixed(0)} MiB`,
  ]);
  console.log(table([["", "requests/s", "first answer", "memory after"], ...rows]));
  const [ours = [], theirs = []] = [...loads.values()].map(({ rates }) => rates);
  console.log(`\ngcm-mock / Prism, round by round: ${spread(ratios(ours, theirs))}\n`);
} finally {
  await mock.stop();
  await prism.stop();
}

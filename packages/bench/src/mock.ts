import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { alternate } from "./alternate.ts";
import { exampleSend } from "./example-send.ts";
import { type Server, startServer } from "./server.ts";
import { median, ratios, spread } from "./statistics.ts";
import { table } from "./table.ts";

// The mock beside plain Prism on the same document: a valid single send, in turn, on one machine.

const rounds = 5;
const seconds = 4;
const connections = 20;

const { path, headers, request } = await exampleSend();
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
  const servers = [mock, prism];
  for (const server of servers) await measure(server, 1);
  const rates = await alternate(servers, rounds, (server) => measure(server, seconds));
  const rows = [...rates].map(([server, measured]) => [
    server.name,
    median(measured).toFixed(0),
    `${server.startMs.toFixed(0)} ms`,
    `${server.memory().toFixed(0)} MiB`,
  ]);
  console.log(table([["", "requests/s", "first answer", "memory after"], ...rows]));
  const [ours = [], theirs = []] = rates.values();
  console.log(`\ngcm-mock / Prism, round by round: ${spread(ratios(ours, theirs))}\n`);
} finally {
  mock.stop();
  prism.stop();
}

/** Valid sends for a while; the answered requests a second. Any other answer ends the benchmark. */
async function measure(server: Server, duration: number): Promise<number> {
  const result = await autocannon({
    url: server.url + path,
    method: "POST",
    headers,
    body: JSON.stringify(request),
    connections,
    duration,
  });
  if (result.non2xx > 0 || result.errors > 0 || result["2xx"] === 0) {
    throw new Error(`${server.name} answered ${result.non2xx} requests with an error.`);
  }
  return result["2xx"] / result.duration;
}

import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "rolldown";
import { alternate } from "./alternate.ts";
import type { Client, LocalSend } from "./clients.ts";
import type { ExampleSend } from "./example-send.ts";
import { folderOf } from "./install.ts";
import { startServer } from "./server.ts";

const rounds = 9;

/** How fast a client calls in one process. */
export interface CallRate {
  callsPerSecond: number;
  /** The same over that of raw `fetch`, which takes turns with it in the same process. */
  ratio: number;
}

/** How fast each client calls one local server, in a new process each round: no two turn out the same. */
export async function callRates(
  clients: readonly Client[],
  node: string,
  send: ExampleSend,
): Promise<Map<Client, CallRate[]>> {
  const ours = { path: send.path, body: send.answer };
  const answers = clients.map(({ answer = ours }) => [answer.path, answer.body]);
  const server = await startServer(
    "The local server",
    fileURLToPath(import.meta.resolve("./local-server.ts")),
    (port) => [String(port), JSON.stringify(Object.fromEntries(answers))],
    "/",
  );
  try {
    for (const client of clients) await bundleLoad(loadOf(client));
    const local = { ...send, origin: server.url };
    return await alternate(clients, rounds, (client) => runLoad(client, node, local));
  } finally {
    server.stop();
  }
}

/** The program lies in the client's folder, so that it imports what is installed there. */
function loadOf(client: Client): string {
  return join(folderOf(client), "load.js");
}

// An older Node reads no TypeScript.
async function bundleLoad(file: string): Promise<void> {
  const input = fileURLToPath(import.meta.resolve("./load.ts"));
  await build({ input, platform: "node", output: { file } });
}

async function runLoad(client: Client, node: string, local: LocalSend): Promise<CallRate> {
  const program = ["--no-deprecation", loadOf(client), client.name, JSON.stringify(local)];
  const { stdout } = await promisify(execFile)(node, program);
  return JSON.parse(stdout);
}

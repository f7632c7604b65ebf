import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { alternate } from "./alternate.ts";
import type { Client } from "./clients.ts";
import { folderOf } from "./install.ts";

const rounds = 21;

/** Milliseconds that the import of each package takes, in a fresh process each time. */
export function importTimes(
  clients: readonly Client[],
  node: string,
): Promise<Map<Client, number[]>> {
  return alternate(clients, rounds, (client) => importTime(client, node));
}

// The process takes the time itself, so that the start of Node is not in it.
async function importTime(client: Client, node: string): Promise<number> {
  const program = `
    const started = performance.now();
    await import("${client.name}");
    console.log(performance.now() - started);
  `;
  const { stdout } = await promisify(execFile)(node, ["--input-type=module", "--eval", program], {
    cwd: folderOf(client),
  });
  return Number(stdout);
}

import { alternate } from "../alternate.ts";
import { type ExampleSend, exampleBulk } from "../example-send.ts";
import type { Server } from "../server.ts";

const recipients = 10_000;
const warmUps = 5;
const calls = 60;

/** Milliseconds of each bulk send to 10,000 mobiles, one call at a time, the servers in turn. */
export async function bulkLatencies(servers: readonly Server[]): Promise<Map<Server, number[]>> {
  const bulk = await exampleBulk(recipients);
  const body = JSON.stringify(bulk.request);
  const call = (server: Server) => latency(server, bulk, body);
  await alternate(servers, warmUps, call);
  return alternate(servers, calls, call);
}

async function latency(
  { name, url }: Server,
  { path, headers }: ExampleSend,
  body: string,
): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url + path, { method: "POST", headers, body });
  await answer.arrayBuffer();
  const took = performance.now() - started;
  if (!answer.ok) throw new Error(`${name} answered a bulk send with ${answer.status}.`);
  return took;
}

import autocannon, { type Result } from "autocannon";
import { alternate } from "./alternate.ts";
import type { ExampleSend } from "./example-send.ts";
import type { Server } from "./server.ts";

/** As many as the benchmarks of Fastify itself use. */
const connections = 100;
/** Rounds before the ones that count: until then the runtime compiles what it has seen often. */
const warmUps = 2;

/** What a server has done under load. */
export interface Load {
  /** Answered sends a second, round by round. */
  rates: number[];
  /** Every send that it has accepted, warm-up included. */
  accepted: number;
}

/** Loads servers in turn, after a warm-up, for about so many seconds in each round. */
export async function loadInTurn(
  servers: readonly Server[],
  send: ExampleSend,
  rounds: number,
  seconds: number,
): Promise<Map<Server, Load>> {
  const accepted = new Map<Server, number>();
  const load = (server: Server, sends: number): Promise<number> => {
    accepted.set(server, sends + (accepted.get(server) ?? 0));
    return sendRate(server, send, sends);
  };
  const sends = new Map<Server, number>();
  for (const server of servers) {
    const cold = await load(server, 500);
    const warm = await load(server, Math.ceil(cold));
    sends.set(server, Math.ceil(warm * seconds));
  }
  const round = (server: Server) => load(server, sends.get(server) ?? 0);
  await alternate(servers, warmUps, round);
  const measured = await alternate(servers, rounds, round);
  return new Map(
    [...measured].map(([server, rates]) => [
      server,
      { rates, accepted: accepted.get(server) ?? 0 },
    ]),
  );
}

/**
 * Makes so many valid sends over 100 connections and waits for every answer, so that none is accepted without
 * being counted. Any answer but a 2xx ends the benchmark.
 * @returns the answered sends a second.
 */
export async function sendRate(
  { name, url }: Server,
  { path, headers, request }: ExampleSend,
  sends: number,
): Promise<number> {
  const started = performance.now();
  let ended = started;
  const options = {
    url: url + path,
    method: "POST" as const,
    headers,
    body: JSON.stringify(request),
    connections,
    amount: sends,
    sampleInt: 50, // It sees only then that it is done.
  };
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    run.on("response", () => {
      ended = performance.now();
    });
  });
  if (result["2xx"] !== sends) {
    throw new Error(`${name} accepted ${result["2xx"]} of ${sends} sends.`);
  }
  return sends / ((ended - started) / 1_000);
}

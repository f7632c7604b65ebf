import { spawn } from "node:child_process";
import { once } from "node:events";
import { alternate } from "../alternate.ts";
import type { ExampleSend } from "../example-send.ts";
import { startMock, startSandbox } from "../send-servers.ts";
import type { Server } from "../server.ts";

const rounds = 11;

/** A program, and how many milliseconds one start of it takes. */
export interface Program {
  name: string;
  start(): Promise<number>;
}

/** What is started, in this order: Node by itself, the mock, and the sandbox on an empty and on a full file. */
export function programs(send: ExampleSend, empty: string, full: string): Program[] {
  return [
    { name: "node -e 0", start: startNode },
    { name: "gcm-mock", start: () => firstAnswer(startMock()) },
    { name: "gcm-sandbox, empty", start: () => firstAnswer(startSandbox(send, empty)) },
    { name: "gcm-sandbox, full", start: () => firstAnswer(startSandbox(send, full)) },
  ];
}

/** Milliseconds from the start of each process to its first answer, or to the end of one that has none. */
export function coldStarts(started: readonly Program[]): Promise<Map<Program, number[]>> {
  return alternate(started, rounds, ({ start }) => start());
}

async function startNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - started;
}

async function firstAnswer(starting: Promise<Server>): Promise<number> {
  const { startMs, stop } = await starting;
  await stop();
  return startMs;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A server in a process of its own. */
export interface Server {
  name: string;
  url: string;
  /** Milliseconds from the start of the process to its first answer. */
  startMs: number;
  /** Resident memory now, in MiB; `NaN` where the system does not tell. */
  memory(): number;
  /** Resolves when the process has ended, with whether it did so within 10 s of being asked. */
  stop(): Promise<boolean>;
}

export interface ServerOptions {
  /** Sent with the first request. */
  headers?: Record<string, string>;
  /** Flags of Node itself. */
  nodeFlags?: string[];
  /** Told of what the process writes to its standard error. */
  onError?: (text: string) => void;
}

/** How long a server may take to stop, in milliseconds. */
const stopTime = 10_000;

/** Starts `program --port N` and waits until `path` is answered, with whatever status. */
export async function startServer(
  name: string,
  program: string,
  args: (port: number) => string[],
  path: string,
  { headers = {}, nodeFlags = [], onError }: ServerOptions = {},
): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, program, ...args(port)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = text;
    onError?.(text);
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  if (!(await isAnswered(child, `${url}${path}`, headers)))
    throw new Error(`${name} stopped before it answered. ${errors}`);
  return {
    name,
    url,
    startMs: performance.now() - started,
    memory: () => residentMemory(child.pid),
    async stop() {
      let isKilled = false;
      const timer = setTimeout(() => {
        isKilled = child.kill("SIGKILL");
      }, stopTime);
      child.kill("SIGTERM");
      await ended;
      clearTimeout(timer);
      return !isKilled;
    },
  };
}

/** Waits for the first answer. @returns whether one came before the process ended. */
async function isAnswered(
  child: ChildProcess,
  url: string,
  headers: Record<string, string>,
): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url, { headers }).catch(() => undefined);
    if (answer) {
      await answer.arrayBuffer();
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return false;
}

function residentMemory(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * 4096) / 2 ** 20;
  } catch {
    return Number.NaN;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

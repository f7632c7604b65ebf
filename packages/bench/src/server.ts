import { type ChildProcess, spawn } from "node:child_process";
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
  stop(): void;
}

/** Starts `program --port N` and waits until `path` is answered, with whatever status. */
export async function startServer(
  name: string,
  program: string,
  args: (port: number) => string[],
  path: string,
): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args(port)], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await firstAnswer(child, name, `${url}${path}`);
  return {
    name,
    url,
    startMs: performance.now() - started,
    memory: () => residentMemory(child.pid),
    stop: () => child.kill("SIGTERM"),
  };
}

async function firstAnswer(child: ChildProcess, name: string, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${name} stopped before it answered.`);
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

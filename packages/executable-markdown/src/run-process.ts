import { type ChildProcess, spawn } from "node:child_process";

/** How a process ended, and what it wrote. */
export interface ProcessOutcome {
  /** Its code, or `undefined` where something else than itself ended it. */
  exit: number | undefined;
  stdout: string;
  stderr: string;
  /** Why it was ended, if it was. */
  ended: string | undefined;
}

/** A process that runs. */
export interface RunningProcess {
  outcome: Promise<ProcessOutcome>;
  /** What it has written to stdout so far. */
  written(): string;
  /** Ends it and all that it has started. */
  end(): Promise<ProcessOutcome>;
}

export interface ProcessOptions {
  cwd: string;
  env: Record<string, string>;
  /** After how many milliseconds it is ended. */
  timeout?: number;
}

const mostOutput = 1024 * 1024;

// They lead groups of their own, which would outlive a run that is called off.
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) endGroup(child);
});

/** Starts a program in a process group of its own, so that nothing it starts can outlive it. */
export function startProcess(
  [program = "", ...args]: string[],
  { cwd, env, timeout = 60_000 }: ProcessOptions,
): RunningProcess {
  const child = spawn(program, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const texts = { stdout: "", stderr: "" };
  let ended: string | undefined;
  const end = (why: string) => {
    ended ??= why;
    endGroup(child);
  };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
      if (texts[name].length <= mostOutput) return;
      texts[name] = texts[name].slice(0, mostOutput);
      end(`it wrote more than ${mostOutput} characters and was ended`);
    });
  const timer = setTimeout(() => end(`it was ended after ${timeout / 1_000} seconds`), timeout);
  const outcome = new Promise<ProcessOutcome>((resolve) => {
    const finish = (exit: number | undefined) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ exit, ...texts, ended });
    };
    child.once("error", (error) => {
      ended ??= `it could not be started: ${error.message}`;
      finish(undefined);
    });
    // What it left behind would keep its pipes open.
    child.once("exit", () => endGroup(child));
    child.once("close", (exit) => finish(exit ?? undefined));
  });
  return {
    outcome,
    written: () => texts.stdout,
    end() {
      endGroup(child);
      return outcome;
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // All of it has ended already.
  }
}

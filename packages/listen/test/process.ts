import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("program.ts", import.meta.url));

export interface Running {
  child: ChildProcess;
  /** The first match of a pattern in what was printed on either stream. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the small program.
 * @param by what starts it and becomes it, as `nohup`.
 */
export function run(args: string[], options: SpawnOptions = {}, by: string[] = []): Running {
  const [first = "", ...words] = [...by, process.execPath, program, ...args];
  const child = spawn(first, words, {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  let notify = () => {};
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
      notify();
    });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, ...texts })),
  );
  return {
    child,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        notify = () => {
          const match = pattern.exec(texts.stdout) ?? pattern.exec(texts.stderr);
          if (match) resolve(match);
        };
        void ended.then((end) => reject(new Error(`It ended: ${JSON.stringify(end)}`)));
        notify();
      }),
  };
}

import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";

/** How a program ended. */
export interface Outcome {
  /** `null` where a signal ended it. */
  status: number | null;
  /** What it printed, on both streams. */
  output: string;
}

/** Runs a program to its end. What it starts with `node` is the Node that runs the tests. */
export function run(
  [program = "", ...args]: string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    const child = spawn(program, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.once("error", reject).once("close", (status) => resolve({ status, output }));
  });
}

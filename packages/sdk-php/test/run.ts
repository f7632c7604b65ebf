import { spawn } from "node:child_process";
import { dirname } from "node:path";

export const root: string = dirname(import.meta.dirname);

export interface Outcome {
  status: number | null;
  /** What it printed, on both ways. */
  output: string;
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: string[],
  { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      // The tests in PHP start servers in Node: this very one.
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, ...env },
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

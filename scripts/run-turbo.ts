import { type StdioOptions, spawn } from "node:child_process";

export interface RunOptions {
  /** Ends turbo and what it runs. */
  stop: AbortSignal;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Where what it prints goes, by default to where this prints. */
  stdio?: StdioOptions;
}

/** Runs turbo with what it prints, and resolves with its exit code. */
export function runTurbo(args: string[], { stop, ...options }: RunOptions): Promise<number> {
  const child = spawn("turbo", ["run", ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  stop.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

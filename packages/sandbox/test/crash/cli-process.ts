import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** The sandbox in a process of its own, until the end of the test. */
export interface CliProcess {
  /** Where the API is. */
  url: string;
  /** Ends the process by a signal, and resolves when it is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** @param tracer a program with its arguments that runs it and goes on as it, such as `strace -D`. */
export async function startCli(args: string[], tracer: string[] = []): Promise<CliProcess> {
  const [program = "", ...rest] = [...tracer, process.execPath, cli, "--port", "0", ...args];
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    child.kill(signal);
    await gone;
  };
  onTestFinished(() => end("SIGKILL"));
  const early = gone.then(() =>
    Promise.reject(new Error("The sandbox ended before it was ready.")),
  );
  return { url: await Promise.race([readyAt(child), early]), end };
}

function readyAt({ stdout }: ChildProcess): Promise<string> {
  let text = "";
  return new Promise((resolve) => {
    stdout?.on("data", (chunk) => {
      text += chunk;
      const [, url] = /ready at (\S+)/.exec(text) ?? [];
      if (url) resolve(url);
    });
  });
}

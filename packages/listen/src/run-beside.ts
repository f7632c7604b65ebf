import type { ChildProcess } from "node:child_process";
import { constants } from "node:os";
import { x } from "tinyexec";

/**
 * What a program may be told to end with. They go to the command alone, and not to what that has started: a shell that
 * would end and leave it behind hands over with `exec`.
 */
const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const notFound = 127;
const notExecutable = 126;

/**
 * Runs a command to its end, with this program's streams, and passes on the signals that this program gets. Programs
 * of `node_modules/.bin` are found as in npm's scripts.
 * @param variables what it gets beside this program's own environment.
 * @returns the exit code that a shell would tell: 128 and the signal's number where one has ended it, 127 where
 * there is no such command, 126 where it cannot be run.
 */
export async function runBeside(
  [command = "", ...args]: string[],
  variables: Record<string, string>,
): Promise<{ exitCode: number; problem?: string }> {
  if (command === "")
    return { exitCode: notFound, problem: "The command behind -- is empty. Write its name there." };
  const child = start(command, args, variables);
  if (child instanceof Error) return couldNotRun(command, child);
  // A terminal has sent it to the command too, and a second one makes many programs end at once. What another program
  // has sent to this one alone looks the same: it comes through when it is sent again.
  let fromTerminal = process.stdin.isTTY;
  const forward = (signal: NodeJS.Signals) => {
    if (signal === "SIGINT" && fromTerminal) fromTerminal = false;
    else child.kill(signal);
  };
  const orphaned = () => child.kill();
  for (const signal of passedOn) process.on(signal, forward);
  process.once("exit", orphaned);
  try {
    return await new Promise((resolve) => {
      child.once("error", (error) => resolve(couldNotRun(command, error)));
      child.once("exit", (code, signal) =>
        resolve({ exitCode: code ?? 128 + (signal ? constants.signals[signal] : 0) }),
      );
    });
  } finally {
    for (const signal of passedOn) process.off(signal, forward);
    process.off("exit", orphaned);
  }
}

/** A process, or why there is none: some reasons are thrown, as a path through a file, and others come later. */
function start(command: string, args: string[], env: Record<string, string>): ChildProcess | Error {
  try {
    const { process: child } = x(command, args, { nodeOptions: { stdio: "inherit", env } });
    return child ?? new Error("it was not started");
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function couldNotRun(command: string, { code, message }: NodeJS.ErrnoException) {
  if (code !== "ENOENT")
    return { exitCode: notExecutable, problem: `Cannot run ${command}: ${code ?? message}.` };
  const advice = /\s/.test(command)
    ? " Write its words separately, and not in one pair of quotes."
    : "";
  return { exitCode: notFound, problem: `The command ${command} was not found.${advice}` };
}

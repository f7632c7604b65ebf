import { constants } from "node:os";
import { parseDuration } from "./parse-duration.ts";
import { parseFlags } from "./parse-flags.ts";
import { runBeside } from "./run-beside.ts";
import { waitUntilHealthy } from "./wait-until-healthy.ts";

/** A program that serves. */
export interface ServerProgram {
  /** As `gcm-mock`. */
  name: string;
  /** Its own, as `1.0.0`. */
  version: string;
  /** Where it listens unless told otherwise, as `http://127.0.0.1:4010`. */
  defaultOrigin: string;
  /** The path that answers once it is up, without a key, as `/_control/health`. */
  healthPath: string;
  /**
   * Starts the server, or does something else that its flags ask for and returns `undefined`.
   * @param print takes each further line that it has to say while it serves.
   */
  start(flags: string[], print: (line: string) => void): Promise<RunningServer | undefined>;
}

/** A server that answers. */
export interface RunningServer {
  /** What is printed once it is up. */
  lines: string[];
  /** What leads a command that is run beside it to it, as environment variables. */
  variables: Record<string, string>;
  close(): Promise<void>;
}

/**
 * Not SIGHUP, which ends it as any program. nohup does not keep it: Node sets back what nohup sets before any of this is
 * run, and for a command too. Whoever wants it to outlive a terminal starts it with setsid.
 */
const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** The part of a usage text that is the same for every program. */
export function commandsUsage({
  name,
  defaultOrigin,
}: Pick<ServerProgram, "name" | "defaultOrigin">): string {
  return `  ${name} [flags] -- command       runs a command beside the server, then stops it; ends with the command's code
  ${name} wait [--url ${defaultOrigin}] [--timeout 30s]
                                  ends as soon as a server that was started elsewhere answers

  A signal to stop goes to the command itself. Begin the last command of a shell with exec, so that it gets it:
  ${name} -- sh -c 'npm ci && exec npm test'
  To outlive the terminal, start it with setsid: nohup does not keep programs of Node.`;
}

/**
 * Does what the command line of a program asks for: serve until it is stopped, serve while a command runs, or wait for
 * a server that was started elsewhere. What cannot be is one line on stderr, and the exit code 1.
 */
export async function runServer(
  program: ServerProgram,
  words: string[] = process.argv.slice(2),
): Promise<void> {
  try {
    process.exitCode = await exitCodeOf(program, words);
  } catch (error) {
    console.error(`${program.name}: ${lineOf(error)}`);
    process.exitCode = 1;
  }
}

async function exitCodeOf(program: ServerProgram, words: string[]): Promise<number> {
  if (words[0] === "wait") return await wait(program, words.slice(1));
  return await serveAsAsked(program, words).catch((error) => adviseOnCommand(error, program));
}

async function serveAsAsked(program: ServerProgram, words: string[]): Promise<number> {
  const end = words.indexOf("--");
  if (end === -1) return await serve(program, words);
  const command = words.slice(end + 1);
  if (command.length === 0)
    throw new Error(`There is no command behind --. Write one, as ${program.name} -- npm test.`);
  return await serveBeside(program, words.slice(0, end), command);
}

/** A command whose -- is missing, or was taken away by npm, is refused as a word of the server. */
function adviseOnCommand(error: unknown, { name }: ServerProgram): never {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") throw error;
  const refused = message.replace(/ This command does not take positional arguments$/, "");
  throw new Error(
    `${refused} Write a command behind --, as ${name} -- npm test. npm exec takes one -- away: write it twice there.`,
  );
}

async function wait(program: ServerProgram, words: string[]) {
  const { healthPath, defaultOrigin, version } = program;
  const flags = parseFlags(
    { usage: commandsUsage(program), version },
    {
      args: words,
      options: {
        url: { type: "string", default: defaultOrigin },
        timeout: { type: "string", default: "30s" },
      },
    },
  );
  if (!flags) return 0;
  const { values } = flags;
  const url = URL.parse(healthPath, values.url);
  // Health needs no password, and an error must not show one.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Error(`--url must be an address as ${defaultOrigin}, not ${printable(values.url)}.`);
  await waitUntilHealthy(url.href, parseDuration("--timeout", values.timeout));
  return 0;
}

/** Until a signal comes. It may come as soon as the first line is printed, or before. */
async function serve({ start }: ServerProgram, flags: string[]): Promise<number> {
  const stopped = firstSignal();
  const server = await start(flags, console.log);
  if (!server) {
    stopped.forget();
    return 0;
  }
  if (!stopped.signal()) for (const line of server.lines) console.log(line);
  await stopped.promise;
  await server.close();
  return 0;
}

async function serveBeside(
  { name, start }: ServerProgram,
  flags: string[],
  command: string[],
): Promise<number> {
  const stopped = firstSignal();
  // What the command prints is on stdout alone.
  const server = await start(flags, console.error);
  const early = stopped.signal();
  stopped.forget();
  if (!server) return 0;
  try {
    if (early) return 128 + constants.signals[early];
    for (const line of server.lines) console.error(line);
    const { exitCode, problem } = await runBeside(command, server.variables);
    if (problem) console.error(`${name}: ${problem}`);
    return exitCode;
  } finally {
    await server.close();
  }
}

/** The first signal that asks to end. The same one a second time ends the program at once, as Node does. */
function firstSignal() {
  let first: NodeJS.Signals | undefined;
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = (signal: NodeJS.Signals) => {
    first ??= signal;
    resolve();
  };
  for (const signal of stopSignals) process.once(signal, listener);
  return {
    promise,
    signal: () => first,
    forget: () => {
      for (const signal of stopSignals) process.off(signal, listener);
    },
  };
}

/** What Node says of a fault may go on for several lines. */
function lineOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line;
}

/** An address without a name and a password. */
function printable(url: string): string {
  return JSON.stringify(url.replace(/\/\/[^/]*@/, "//"));
}

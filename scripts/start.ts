import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { runTurbo } from "./run-turbo.ts";
import { stopSignal } from "./stop-signal.ts";

// Builds what is served from the spec, then serves the documentation, the mock and the sandbox until Ctrl-C.

interface Service {
  name: string;
  program: string;
  /** The flag and the environment variable that set its port. */
  flag: "docs-port" | "mock-port" | "sandbox-port";
  variable: string;
  defaultPort: number;
  /** What it prints once it answers, with its address. */
  ready: RegExp;
}

type Flags = ReturnType<typeof readFlags>;

const host = "127.0.0.1";
const running: ChildProcess[] = [];

try {
  await main();
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const flags = readFlags();
  if (flags.help) {
    console.log(usage());
    return;
  }
  const stop = stopSignal();
  try {
    // Whatever it is busy with when it is told to stop, it stops.
    await Promise.race([serve(flags, stop), once(stop, "abort")]);
  } finally {
    await endServices();
  }
}

/** Serves until a service ends by itself, which is an error. */
async function serve(flags: Flags, stop: AbortSignal): Promise<never> {
  if (!flags["no-build"]) await build(stop);
  const services = await servicesOf();
  const ports = await portsFor(services, flags);
  stop.throwIfAborted();
  const launched = services.map((service, index) => launch(service, ports[index] ?? 0));
  const failure = Promise.race(launched.map(({ ended }) => ended));
  const addresses = await Promise.race([
    Promise.all(launched.map(({ address }) => address)),
    failure,
  ]);
  const width = Math.max(...services.map(({ name }) => name.length));
  console.log(
    `\n${services.map(({ name }, index) => `  ${name.padEnd(width)}  ${addresses[index]}`).join("\n")}`,
  );
  console.log("\nCtrl-C stops them.");
  return failure;
}

async function build(stop: AbortSignal): Promise<void> {
  const served = ["docs", "mock", "sandbox"].map((name) => `@getclickmedia/sms-${name}`);
  const filters = served.map((name) => `--filter=${name}`);
  const exitCode = await runTurbo(["build", "--output-logs=new-only", ...filters], { stop });
  if (exitCode !== 0) throw new Error("the build failed; its output above says where.");
}

async function servicesOf(): Promise<Service[]> {
  // Loaded after the build, which makes what they import.
  const { defaultPort } = await import("@getclickmedia/sms-docs");
  const { mockUrl } = await import("@getclickmedia/sms-types");
  const sandbox = await import("@getclickmedia/sms-sandbox");
  return [
    {
      name: "Documentation",
      program: "packages/docs/src/cli.ts",
      flag: "docs-port",
      variable: "GCM_DOCS_PORT",
      defaultPort,
      ready: /ready at (http:\S+)/,
    },
    {
      name: "Mock",
      program: "packages/mock/dist/cli.js",
      flag: "mock-port",
      variable: "GCM_MOCK_PORT",
      defaultPort: Number(new URL(mockUrl).port),
      ready: /ready at (http:\S+)/,
    },
    {
      name: "Sandbox",
      program: "packages/sandbox/dist/cli.js",
      flag: "sandbox-port",
      variable: "GCM_SANDBOX_PORT",
      defaultPort: sandbox.defaultPort,
      ready: /page +(http:\S+)/,
    },
  ];
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        "docs-port": { type: "string" },
        "mock-port": { type: "string" },
        "sandbox-port": { type: "string" },
        "any-port": { type: "boolean", default: false },
        "no-build": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage()}`);
  }
}

function usage(): string {
  return `npm start -- [--docs-port <port>] [--mock-port <port>] [--sandbox-port <port>] [--any-port] [--no-build]

  --docs-port     where the documentation is served, also GCM_DOCS_PORT
  --mock-port     where the mock is served, also GCM_MOCK_PORT
  --sandbox-port  where the sandbox and its page are served, also GCM_SANDBOX_PORT
  --any-port      take the next free port where one is taken
  --no-build      serve what was built before`;
}

/** A port for each service, one after the other, so that no two get the same. */
async function portsFor(services: Service[], flags: Flags): Promise<number[]> {
  const ports: number[] = [];
  for (const service of services) ports.push(await portFor(service, flags, ports));
  return ports;
}

async function portFor(service: Service, flags: Flags, chosen: number[]): Promise<number> {
  const { name, flag, variable, defaultPort } = service;
  const text = flags[flag] ?? process.env[variable] ?? String(defaultPort);
  // Loaded after the build, which makes it.
  const { parsePort } = await import("@getclickmedia/sms-listen");
  const port = parsePort(`the port of ${name}`, text);
  if (port === 0 || (await isFree(port, chosen))) return port;
  if (flags["any-port"]) return nextFree(port + 1, chosen);
  throw new Error(
    `port ${port} for ${name} is taken. Choose another with --${flag} or ${variable}, or let --any-port choose.`,
  );
}

async function nextFree(port: number, chosen: number[]): Promise<number> {
  for (let candidate = port; candidate <= 65_535; candidate++) {
    if (await isFree(candidate, chosen)) return candidate;
  }
  throw new Error(`no port from ${port} on is free.`);
}

async function isFree(port: number, chosen: number[]): Promise<boolean> {
  return !chosen.includes(port) && (await canListen(port));
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

interface Launched {
  /** Resolves once the service is ready. */
  address: Promise<string>;
  /** Rejects when the service ends by itself. */
  ended: Promise<never>;
}

function launch({ name, program, ready }: Service, port: number): Launched {
  const withParent = new URL("end-with-parent.ts", import.meta.url).href;
  const child = spawn(
    process.execPath,
    ["--import", withParent, program, "--port", String(port), "--host", host],
    {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      // A group of its own, so that Ctrl-C reaches it through this process only, and once.
      detached: process.platform !== "win32",
    },
  );
  running.push(child);
  return {
    address: new Promise((resolve) => {
      let text = "";
      child.stdout?.on("data", (chunk: Buffer) => {
        text += chunk;
        const address = ready.exec(text)?.[1];
        if (address) resolve(address);
      });
    }),
    ended: new Promise((_, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) =>
        reject(new Error(`${name} stopped by itself with ${signal ?? `code ${code}`}.`)),
      );
    }),
  };
}

async function endServices(): Promise<void> {
  await Promise.all(
    running
      .filter((child) => child.exitCode === null && child.signalCode === null)
      .map((child) => {
        const exited = once(child, "exit");
        child.kill("SIGTERM");
        return exited;
      }),
  );
}

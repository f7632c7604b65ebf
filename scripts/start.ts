import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { parseArgs } from "node:util";

// Builds everything from the spec, then serves the documentation and the mock until Ctrl-C.

interface Service {
  name: string;
  program: string;
  /** The flag and the environment variable that set its port. */
  flag: string;
  variable: string;
  defaultPort: number;
  /** What it prints once it answers, with its address. */
  ready: RegExp;
}

const host = "127.0.0.1";
const running: ChildProcess[] = [];
let stopping = false;

try {
  process.exitCode = await main();
} catch (error) {
  await stop();
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = readFlags();
  if (values.help) {
    console.log(usage());
    return 0;
  }
  const { status } = spawnSync("turbo", ["run", "build", "--output-logs=new-only"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("the build failed; its output above says where.");

  const services = await servicesOf();
  const ports = await Promise.all(services.map((service) => portFor(service, values)));
  const stopped = stopOnSignal();
  const addresses = await Promise.all(
    services.map((service, index) => launch(service, ports[index] ?? 0)),
  );
  const width = Math.max(...services.map(({ name }) => name.length));
  console.log(
    `\n${services.map(({ name }, index) => `  ${name.padEnd(width)}  ${addresses[index]}`).join("\n")}`,
  );
  console.log("\nCtrl-C stops them.");
  await stopped;
  return 0;
}

async function servicesOf(): Promise<Service[]> {
  // Loaded after the build, which makes it.
  const { mockUrl } = await import("@getclickmedia/sms-types");
  return [
    {
      name: "Documentation",
      program: "packages/docs/src/cli.ts",
      flag: "docs-port",
      variable: "GCM_DOCS_PORT",
      defaultPort: 4000,
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
  ];
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        "docs-port": { type: "string" },
        "mock-port": { type: "string" },
        "any-port": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage()}`);
  }
}

function usage(): string {
  return `npm start -- [--docs-port 4000] [--mock-port 4010] [--any-port]

  --docs-port  where the documentation is served, also GCM_DOCS_PORT
  --mock-port  where the mock is served, also GCM_MOCK_PORT
  --any-port   take the next free port where one is taken`;
}

async function portFor(service: Service, values: Record<string, unknown>): Promise<number> {
  const { name, flag, variable, defaultPort } = service;
  const text = String(values[flag] ?? process.env[variable] ?? defaultPort);
  // Loaded after the build, which makes it.
  const { parsePort } = await import("@getclickmedia/sms-listen");
  const port = parsePort(`the port of ${name}`, text);
  if (port === 0 || (await isFree(port))) return port;
  if (values["any-port"]) return nextFree(port + 1);
  throw new Error(
    `port ${port} for ${name} is taken. Choose another with --${flag} or ${variable}, or let --any-port choose.`,
  );
}

async function nextFree(port: number): Promise<number> {
  for (let candidate = port; candidate <= 65_535; candidate++) {
    if (await isFree(candidate)) return candidate;
  }
  throw new Error(`no port from ${port} on is free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Starts a service and resolves with its address once it is ready. */
async function launch({ name, program, ready }: Service, port: number): Promise<string> {
  const child = spawn(process.execPath, [program, "--port", String(port), "--host", host], {
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own, so that Ctrl-C reaches it through this process only, and once.
    detached: process.platform !== "win32",
  });
  running.push(child);
  child.once("exit", (code) => {
    if (stopping) return;
    console.error(`npm start: ${name} stopped by itself with code ${code}.`);
    process.exitCode = 1;
    void stop().then(() => process.exit(1));
  });
  return new Promise((resolve, reject) => {
    let text = "";
    child.once("error", reject);
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk;
      const address = ready.exec(text)?.[1];
      if (address) resolve(address);
    });
  });
}

function stopOnSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => void stop().then(resolve));
    }
  });
}

async function stop(): Promise<void> {
  stopping = true;
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

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const children: ChildProcess[] = [];
const blockers: Server[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const blocker of blockers.splice(0)) blocker.close();
});

interface Running {
  child: ChildProcess;
  output(): string;
  /** Resolves once the pattern is in what was printed. */
  printed(pattern: RegExp): Promise<void>;
  exited: Promise<number | null>;
}

function start(args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, ["scripts/start.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.push(child);
  let text = "";
  let notify = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
      notify();
    });
  }
  return {
    child,
    output: () => text,
    printed: (pattern) =>
      new Promise((resolve) => {
        notify = () => pattern.test(text) && resolve();
        notify();
      }),
    exited: new Promise((resolve) => child.on("close", resolve)),
  };
}

/** Starts what is built already, as these tests run after the build and beside others that read it. */
function serve(args: string[], env?: Record<string, string>): Running {
  return start(["--no-build", ...args], env);
}

const anyPorts = ["--docs-port", "0", "--mock-port", "0", "--sandbox-port", "0"];

function addressesIn(output: string): Record<string, string> {
  const lines = output.matchAll(/(Documentation|Mock|Sandbox) +(http:\S+)/g);
  return Object.fromEntries([...lines].map(([, name, url]) => [name, url]));
}

/** A search path with a turbo that does only this. */
function withTurbo(script: string): { PATH: string } {
  const folder = mkdtempSync(join(tmpdir(), "a turbo "));
  writeFileSync(join(folder, "turbo"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: `${folder}:${process.env.PATH}` };
}

async function takenPort(): Promise<number> {
  const blocker = createServer();
  blockers.push(blocker);
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  return (blocker.address() as { port: number }).port;
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "serves documentation, mock and sandbox, prints where, and stops cleanly on %s",
  async (signal) => {
    const { child, printed, output, exited } = serve(anyPorts);
    await printed(/Ctrl-C stops them/);
    const {
      Documentation: docs = "",
      Mock: mock = "",
      Sandbox: sandbox = "",
    } = addressesIn(output());
    expect(await (await fetch(docs)).text()).toContain("Get Click Media");
    expect((await fetch(`${mock}/account/balance`)).status).toBe(401);
    expect(await (await fetch(sandbox)).text()).toContain("<title>");
    child.kill(signal);
    expect(await exited).toBe(0);
    await expect(fetch(docs)).rejects.toThrow();
    await expect(fetch(mock)).rejects.toThrow();
    await expect(fetch(sandbox)).rejects.toThrow();
  },
);

test("stops when what started it is gone", async () => {
  const { child, printed } = serve(anyPorts);
  await printed(/Ctrl-C stops them/);
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("leaves no service behind when it is killed", async () => {
  const { child, printed, output } = serve(anyPorts);
  await printed(/Ctrl-C stops them/);
  child.kill("SIGKILL");
  for (const url of Object.values(addressesIn(output()))) {
    await vi.waitFor(() => expect(fetch(url)).rejects.toThrow(), { timeout: 10_000 });
  }
});

test("Ctrl-C stops it while it builds, and while the services start", async () => {
  const building = start(anyPorts, withTurbo("echo building; exec sleep 60"));
  await building.printed(/building/);
  building.child.kill("SIGINT");
  expect(await building.exited).toBe(0);
  const starting = start(anyPorts, withTurbo("echo built"));
  await starting.printed(/built/);
  starting.child.kill("SIGINT");
  expect(await starting.exited).toBe(0);
  expect(starting.output()).toBe("built\n");
});

test("builds what it serves, and says when that failed", async () => {
  const { exited, output } = start(anyPorts, withTurbo('echo "$@"; exit 1'));
  expect(await exited).toBe(1);
  expect(output()).toBe(
    "run build --output-logs=new-only --filter=@getclickmedia/sms-docs --filter=@getclickmedia/sms-mock --filter=@getclickmedia/sms-sandbox\n" +
      "npm start: the build failed; its output above says where.\n",
  );
});

test("a taken port is one clear line, by flag and by environment", async () => {
  const port = await takenPort();
  const byFlag = serve([...anyPorts, "--mock-port", String(port)]);
  expect(await byFlag.exited).toBe(1);
  expect(byFlag.output()).toBe(
    `npm start: port ${port} for Mock is taken. Choose another with --mock-port or GCM_MOCK_PORT, or let --any-port choose.\n`,
  );
  const byVariable = serve(["--mock-port", "0"], { GCM_DOCS_PORT: String(port) });
  expect(await byVariable.exited).toBe(1);
  expect(byVariable.output()).toContain(`port ${port} for Documentation is taken`);
});

test("--any-port takes the next free ports, one for each", async () => {
  const port = await takenPort();
  const same = anyPorts.map((each) => (each === "0" ? String(port) : each));
  const { printed, output, child, exited } = serve([...same, "--any-port"]);
  await printed(/Ctrl-C stops them/);
  const ports = Object.values(addressesIn(output())).map((url) => Number(new URL(url).port));
  expect(ports[0]).toBeGreaterThan(port);
  expect(ports).toHaveLength(3);
  expect(ports).toEqual(ports.toSorted((one, other) => one - other));
  expect(new Set(ports).size).toBe(3);
  child.kill("SIGTERM");
  expect(await exited).toBe(0);
});

test.each([
  [["--mock-port", "x"], 'the port of Mock must be a number from 0 to 65535, not "x".'],
  [["--speed"], "Unknown option '--speed'"],
])("%j is refused", async (args, message) => {
  const { exited, output } = serve(args);
  expect(await exited).toBe(1);
  expect(output()).toContain(`npm start: ${message}`);
});

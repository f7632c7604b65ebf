import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Server } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

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
  });
  children.push(child);
  let text = "";
  let notify = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
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

async function takenPort(): Promise<number> {
  const blocker = createServer();
  blockers.push(blocker);
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  return (blocker.address() as { port: number }).port;
}

test("serves documentation and mock, prints where, and stops cleanly on Ctrl-C", async () => {
  const { child, printed, output, exited } = start(["--docs-port", "0", "--mock-port", "0"]);
  await printed(/Ctrl-C stops them/);
  const addresses = [...output().matchAll(/(Documentation|Mock) +(http:\S+)/g)];
  expect(addresses.map(([, name]) => name)).toEqual(["Documentation", "Mock"]);
  const [docs, mock] = addresses.map(([, , url]) => url ?? "");
  expect(await (await fetch(docs ?? "")).text()).toContain("Get Click Media");
  expect((await fetch(`${mock}/account/balance`)).status).toBe(401);
  child.kill("SIGINT");
  expect(await exited).toBe(0);
  await expect(fetch(docs ?? "")).rejects.toThrow();
  await expect(fetch(mock ?? "")).rejects.toThrow();
});

test("a taken port is one clear line, by flag and by environment", async () => {
  const port = await takenPort();
  const byFlag = start(["--docs-port", "0", "--mock-port", String(port)]);
  expect(await byFlag.exited).toBe(1);
  expect(byFlag.output().trimEnd().split("\n").at(-1)).toBe(
    `npm start: port ${port} for Mock is taken. Choose another with --mock-port or GCM_MOCK_PORT, or let --any-port choose.`,
  );
  const byVariable = start(["--mock-port", "0"], { GCM_DOCS_PORT: String(port) });
  expect(await byVariable.exited).toBe(1);
  expect(byVariable.output()).toContain(`port ${port} for Documentation is taken`);
});

test("--any-port takes the next free port", async () => {
  const port = await takenPort();
  const { printed, output, child, exited } = start([
    "--docs-port",
    "0",
    "--mock-port",
    String(port),
    "--any-port",
  ]);
  await printed(/Ctrl-C stops them/);
  const chosen = Number(/Mock +http:\/\/127\.0\.0\.1:(\d+)/.exec(output())?.[1]);
  expect(chosen).toBeGreaterThan(port);
  child.kill("SIGTERM");
  expect(await exited).toBe(0);
});

test.each([
  [["--mock-port", "x"], 'the port of Mock must be a number from 0 to 65535, not "x".'],
  [["--speed"], "Unknown option '--speed'"],
])("%j is refused", async (args, message) => {
  const { exited, output } = start(args);
  expect(await exited).toBe(1);
  expect(output()).toContain(`npm start: ${message}`);
});

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const bundled = fileURLToPath(import.meta.resolve("@getclickmedia/sms-openapi"));
const key = { "x-api-key": "gcm_test_cli" };

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

interface Running {
  child: ChildProcess;
  /** All that was printed so far. */
  output(): string;
  /** The first match of a pattern in the output. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  exited: Promise<number | null>;
}

function run(...args: string[]): Running {
  const child = spawn(process.execPath, [cli, ...args]);
  children.push(child);
  let text = "";
  let notify = () => {};
  const append = (chunk: Buffer) => {
    text += chunk;
    notify();
  };
  child.stdout.on("data", append);
  child.stderr.on("data", append);
  return {
    child,
    output: () => text,
    printed: (pattern) =>
      new Promise((resolve) => {
        notify = () => {
          const match = pattern.exec(text);
          if (match) resolve(match);
        };
        notify();
      }),
    exited: new Promise((resolve) => child.on("close", resolve)),
  };
}

const ready = /^gcm-mock ready at (http:\S+)$/m;

test("prints a ready line once it answers, and stops cleanly on SIGINT and SIGTERM", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const { child, printed, exited } = run("--port", "0");
    const [, url] = await printed(ready);
    expect((await fetch(`${url}/account/balance`, { headers: key })).status).toBe(200);
    child.kill(signal);
    expect(await exited).toBe(0);
  }
});

test("a taken port is one line that says what to do", async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  const { port } = blocker.address() as { port: number };
  const { exited, output } = run("--port", String(port));
  expect(await exited).toBe(1);
  expect(output()).toBe(
    `gcm-mock: Port ${port} on 127.0.0.1 is taken. Choose another with --port, or --port 0 for any free one.\n`,
  );
  blocker.close();
});

test("--spec serves another document, as JSON or YAML", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mock "));
  const changed = join(folder, "changed.json");
  await writeFile(changed, (await readFile(bundled, "utf8")).replaceAll("48250", "99"));
  for (const spec of [changed, bundled.replace(/json$/, "yaml")]) {
    const { printed } = run("--port", "0", "--spec", spec);
    const [, url] = await printed(ready);
    const response = await fetch(`${url}/account/balance`, { headers: key });
    expect(await response.json()).toMatchObject({ credits: spec === changed ? 99 : 48250 });
  }
});

test("--verbose prints a line a request, without the key", async () => {
  const { printed, output } = run("--port", "0", "--verbose");
  const [, url] = await printed(ready);
  await fetch(`${url}/account/balance`, { headers: key });
  await printed(/^GET \/v1\/account\/balance 200$/m);
  expect(output()).not.toContain(key["x-api-key"]);
});

test.each([
  [["--port", "x"], '--port must be a number from 0 to 65535, not "x".'],
  [["--port", "70000"], '--port must be a number from 0 to 65535, not "70000".'],
  [["--host", "nowhere.invalid", "--port", "0"], "Cannot listen on nowhere.invalid, port 0: "],
  [["--spec", "nothing.json"], "Cannot read the spec nothing.json: ENOENT."],
  [["--speed", "9"], "Unknown option '--speed'"],
])("%j is refused with one line", async (args, message) => {
  const { exited, output } = run(...args);
  expect(await exited).toBe(1);
  expect(output()).toContain(`gcm-mock: ${message}`);
});

test("--help explains every flag", async () => {
  const { exited, output } = run("--help");
  expect(await exited).toBe(0);
  for (const flag of ["--port", "--host", "--spec", "--verbose"]) expect(output()).toContain(flag);
});

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

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

test("a command beside it has its address and a key, and it stops with the command", async () => {
  const text = `const { SMS_BASE_URL, SMS_CONTROL_URL, GCM_API_KEY } = process.env;
    const get = async (url) => (await fetch(url, { headers: { "x-api-key": GCM_API_KEY } })).status;
    Promise.all([SMS_BASE_URL + "/account/balance", SMS_CONTROL_URL + "/health"].map(get)).then(
      (statuses) => { console.log(statuses.join(), GCM_API_KEY, SMS_BASE_URL); process.exit(9); });`;
  const { exited, output } = run("--port", "0", "--", process.execPath, "--eval", text);
  expect(await exited).toBe(9);
  const [, url = ""] = /^200,200 gcm_test_try (\S+)$/m.exec(output()) ?? [];
  await expect(fetch(url)).rejects.toThrow();
});

test("wait ends once a mock that was started elsewhere answers", async () => {
  const [, url = ""] = await run("--port", "0").printed(ready);
  const { exited, output } = run("wait", "--url", url);
  expect(await exited).toBe(0);
  expect(output()).toBe("");
});

test.each([
  [["--port", "x"], '--port must be a number from 0 to 65535, not "x".'],
  [["--port", "70000"], '--port must be a number from 0 to 65535, not "70000".'],
  [["--host", "nowhere.invalid", "--port", "0"], "Cannot listen on nowhere.invalid, port 0: "],
  [["--host", "", "--port", "0"], "--host is empty."],
  [["--port", "-1"], "--port needs a value, and what follows it begins with a dash."],
  [["--spec", "nothing.json"], "Cannot read the spec nothing.json: ENOENT."],
  [["--"], "There is no command behind --."],
  [["wait", "--timeout", "soon"], "--timeout must be a time as 500ms, 30s or 2m"],
  [["--speed", "9"], "Unknown option '--speed'"],
])("%j is refused with one line", async (args, message) => {
  const { exited, output } = run(...args);
  expect(await exited).toBe(1);
  expect(output()).toContain(`gcm-mock: ${message}`);
});

test("--help explains every flag", async () => {
  const { exited, output } = run("--help");
  expect(await exited).toBe(0);
  for (const flag of [
    "--port",
    "--host",
    "--spec",
    "--allow-host",
    "--verbose",
    "-- command",
    "wait",
    "--timeout",
    "--version",
  ])
    expect(output()).toContain(flag);
});

test("--version prints the version alone", async () => {
  const { exited, output } = run("--version");
  expect(await exited).toBe(0);
  expect(output()).toBe(`${manifest.version}\n`);
});

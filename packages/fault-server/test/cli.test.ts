import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { openConnection, sendRequest } from "./raw-connection.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args]);
  children.push(child);
  const exited = once(child, "close").then(([code]) => code);
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const [line] = await Promise.race([once(child.stdout, "data"), exited.then(() => [""])]);
  return { child, exited, line: String(line), errors: () => errors };
}

/** Nothing but an empty event loop ends the process, so a stall must not keep a timer or a socket. */
test.each(["its standard input ends", "SIGTERM", "SIGINT"])("lives until %s", async (end) => {
  const { child, exited, line } = await run("--port", "0");
  const { origin } = JSON.parse(line);
  for (const fault of ["ok", "stall-after-read", "half-response-stall", "slow-response-30s"]) {
    const connection = await openConnection(origin);
    await connection.write(sendRequest(`${origin}/run/${fault}/${fault}/v1`));
  }
  const report = await fetch(`${origin}/_control/runs`);
  expect((await report.json()) as { runs: unknown[] }).toMatchObject({ runs: { length: 4 } });
  if (end.startsWith("SIG")) child.kill(end as NodeJS.Signals);
  else child.stdin?.end();
  expect(await exited).toBe(0);
});

test("a wrong flag or a taken port is one line", async () => {
  const { line } = await run();
  const { port } = new URL(JSON.parse(line).origin);
  for (const [args, message] of [
    [["--port", "x"], '--port must be a number from 0 to 65535, not "x".'],
    [["--port", port], `Cannot listen on 127.0.0.1, port ${port}: EADDRINUSE.`],
    [["--speed", "9"], "Unknown option '--speed'"],
  ] as const) {
    const { exited, errors } = await run(...args);
    expect(await exited).toBe(1);
    expect(errors()).toContain(`fault-server: ${message}`);
  }
});

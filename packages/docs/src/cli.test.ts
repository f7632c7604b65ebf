import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
let running: ChildProcess | undefined;

afterEach(() => running?.kill("SIGKILL"));

function start(...flags: string[]) {
  const child = spawn(process.execPath, [cli, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  running = child;
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const exit = once(child, "exit").then(([code]) => code as number | null);
  return { child, output, exit };
}

test.each(["SIGINT", "SIGTERM"] as const)("serves until %s, then ends with 0", async (signal) => {
  const { child, output, exit } = start("--port", "0");
  await once(child.stdout, "data");
  expect(output.stdout).toMatch(/^docs ready at http:\/\/127\.0\.0\.1:\d+\n$/);
  const response = await fetch(output.stdout.split(" ").at(-1) ?? "");
  expect(response.status).toBe(200);
  child.kill(signal);
  expect(await exit).toBe(0);
  expect(output.stderr).toBe("");
});

test("a taken port is one line and exit code 1", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const { output, exit } = start("--port", String(port));
  expect(await exit).toBe(1);
  expect(output.stderr).toMatch(
    new RegExp(`^gcm-docs: Port ${port} on 127\\.0\\.0\\.1 is taken\\. .*\n$`),
  );
  other.close();
});

describe("a bad flag ends with its reason and exit code 1", () => {
  test.each([
    [["--port", "http"], "--port must be a number from 0 to 65535"],
    [["--port", "70000"], "--port must be a number from 0 to 65535"],
    [["--colour"], "Unknown option '--colour'"],
    [["--port", "-1"], "--port needs a value, and what follows it begins with a dash."],
    [["--port"], "Option '--port <value>' argument missing"],
    [["page"], "Unexpected argument 'page'"],
  ])("%j", async (flags, reason) => {
    const { output, exit } = start(...flags);
    expect(await exit).toBe(1);
    expect(output.stderr).toContain(`gcm-docs: ${reason}`);
  });
});

test("--help explains every flag", async () => {
  const { output, exit } = start("--help");
  expect(await exit).toBe(0);
  for (const flag of ["--port", "--host", "--version"]) expect(output.stdout).toContain(flag);
});

test("--version prints the version alone", async () => {
  const { output, exit } = start("--version");
  expect(await exit).toBe(0);
  expect(output.stdout).toBe(`${manifest.version}\n`);
});

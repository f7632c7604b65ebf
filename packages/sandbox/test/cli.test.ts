import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { otp } from "./messages.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "sandbox "));
const path = (name: string) => join(folder, name);

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
      new Promise((resolve, reject) => {
        notify = () => {
          const match = pattern.exec(text);
          if (match) resolve(match);
        };
        child.on("close", () => reject(new Error(`It ended, and has said: ${text}`)));
        notify();
      }),
    exited: new Promise((resolve) => child.on("close", resolve)),
  };
}

const ready =
  /^gcm-sandbox ready at (http:\S+)\n {2}a key to try {2}(\S+)\n {2}page {10}(\S+)\n {2}control API {3}(\S+)\n$/;

async function started(...args: string[]) {
  const running = run("--port", "0", ...args);
  const [, url = "", key = "", page = "", control = ""] = await running.printed(ready);
  const headers = { "x-api-key": key, "content-type": "application/json" };
  return {
    ...running,
    page,
    control,
    call: (method: string, target: string, body?: object) =>
      fetch(url + target, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
    steer: async (method: string, target: string, body?: object) => {
      const response = await fetch(control + target, {
        method,
        headers: { "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      return (await response.json()) as Record<string, unknown>;
    },
  };
}

async function configured(configuration: unknown): Promise<string> {
  const text = typeof configuration === "string" ? configuration : JSON.stringify(configuration);
  await writeFile(path("sandbox.json"), text);
  return path("sandbox.json");
}

describe("a start", () => {
  test("says where it is and which key to try, and it stops cleanly on SIGINT and SIGTERM", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const { child, exited, call, page, steer } = await started();
      expect((await call("GET", "/account/balance")).status).toBe(200);
      expect((await fetch(page)).headers.get("content-type")).toContain("text/html");
      expect(await steer("GET", "/health")).toMatchObject({ status: "ok" });
      child.kill(signal);
      expect(await exited).toBe(0);
    }
  });

  test("two signals stop it as well as one", async () => {
    const { child, exited, output } = await started();
    child.kill("SIGTERM");
    child.kill("SIGINT");
    expect(await exited).toBe(0);
    expect(output()).toMatch(ready);
  });

  test("stays in memory unless it is told of a file", async () => {
    const { steer } = await started(
      "--memory",
      "--clock",
      "frozen",
      "--now",
      "2026-06-23T10:30:00Z",
    );
    expect(await steer("GET", "/clock")).toEqual({ now: "2026-06-23T10:30:00.000Z", speed: 0 });
  });

  test("goes on from a data file, also when it was killed", async () => {
    const file = path("kept.db");
    const first = await started("--data", file, "--speed", "0");
    const sent = await first.call("POST", "/sms/send", otp);
    const { messageId } = (await sent.json()) as { messageId: string };
    first.child.kill("SIGKILL");
    await first.exited;
    const second = await started("--data", file);
    expect(await (await second.call("GET", `/sms/status/${messageId}`)).json()).toMatchObject({
      status: "queued",
    });
    expect(await second.steer("GET", "/clock")).toMatchObject({ speed: 0 });
  });

  test("on a data file says what of the configuration it does not take", async () => {
    const file = path("own.db");
    const first = await started("--data", file);
    first.child.kill("SIGTERM");
    await first.exited;
    const config = await configured({ accounts: [{ accountId: "shop" }] });
    const { printed } = run("--port", "0", "--data", file, "--config", config);
    await printed(
      /^The data file has its own accounts, so those of the configuration are not taken/m,
    );
  });

  test("with a configuration has its accounts, and a flag comes before it", async () => {
    const file = await configured({
      accounts: [{ accountId: "shop", credits: 5, keys: [{ key: "gcm_test_shop" }] }],
      clock: { start: "2026-06-23T10:30:00Z", speed: 0 },
      settings: { delays: { queueMs: 7 } },
    });
    const { call, steer } = await started("--config", file, "--now", "2026-06-24T00:00:00Z");
    expect(await (await call("GET", "/account/balance")).json()).toMatchObject({ credits: 5 });
    expect(await steer("GET", "/settings")).toMatchObject({ delays: { queueMs: 7 } });
    expect(await steer("GET", "/clock")).toEqual({ now: "2026-06-24T00:00:00.000Z", speed: 0 });
  });

  test("--verbose prints a line a request, without the key and the text", async () => {
    const { call, printed, output } = await started("--verbose");
    await call("POST", "/sms/send", otp);
    await call("GET", "/sms/status/gcm_test_in_the_path");
    await printed(/^POST \/v1\/sms\/send 200$/m);
    await printed(/^GET \/v1\/sms\/status\/\(a key\) 400$/m);
    const lines = output().replace(ready.source.slice(1), "");
    expect(lines).not.toContain("482910");
    expect(lines).not.toContain("gcm_test_in");
  });

  test("beside a command gives it its address and its key, and ends with it", async () => {
    const text = `const { SMS_BASE_URL, SMS_CONTROL_URL, GCM_API_KEY } = process.env;
      const get = async (url) => (await fetch(url, { headers: { "x-api-key": GCM_API_KEY } })).status;
      Promise.all([SMS_BASE_URL + "/account/balance", SMS_CONTROL_URL + "/health"].map(get)).then(
        (statuses) => { console.log(statuses.join(), SMS_BASE_URL); process.exit(9); });`;
    const command = ["--", process.execPath, "--eval", text];
    const { exited, output } = run("--port", "0", "--data", path("beside.db"), ...command);
    expect(await exited).toBe(9);
    const [, url = ""] = /^200,200 (\S+)$/m.exec(output()) ?? [];
    await expect(fetch(url)).rejects.toThrow();
    // It has closed its file: the next one may have it.
    expect((await started("--data", path("beside.db"))).output()).toMatch(/ready/);
  });

  test("is waited for by wait", async () => {
    const { control } = await started();
    const { exited, output } = run("wait", "--url", control);
    expect(await exited).toBe(0);
    expect(output()).toBe("");
  });

  test("--version prints the version alone", async () => {
    const { exited, output } = run("--version");
    expect(await exited).toBe(0);
    expect(output()).toBe(`${manifest.version}\n`);
  });

  test("--help explains every flag", async () => {
    const { exited, output } = run("--help");
    expect(await exited).toBe(0);
    for (const flag of [
      "port",
      "host",
      "data",
      "memory",
      "config",
      "clock",
      "now",
      "speed",
      "verbose",
      "version",
    ])
      expect(output()).toContain(`--${flag}`);
    for (const flag of ["--allow-private-webhooks", "--allow-host", "-- command", "wait"])
      expect(output()).toContain(flag);
  });
});

/** That a start fails with one line that begins so. */
async function expectRefusal(args: string[], ...parts: string[]): Promise<void> {
  const { exited, output } = run("--port", "0", ...args);
  expect(await exited).toBe(1);
  for (const part of parts) expect(output()).toContain(part);
  expect(output()).toMatch(/^gcm-sandbox: [^\n]+\n$/);
}

describe("what cannot be is refused with one line", () => {
  test.each([
    [["--port", "x"], '--port must be a number from 0 to 65535, not "x".'],
    [["--host", "nowhere.invalid"], "Cannot listen on nowhere.invalid, port 0: "],
    [["--host", ""], "--host is empty."],
    [["--clock", "fast"], '--clock must be real or frozen, not "fast".'],
    [["--now", "tomorrow"], '--now must be a time as 2026-06-23T10:30:00Z, not "tomorrow".'],
    [["--speed", "-1"], "--speed needs a value, and what follows it begins with a dash."],
    [["--speed=-1"], '--speed must be a number from 0 to 100000, not "-1".'],
    [["--speed", ""], '--speed must be a number from 0 to 100000, not "".'],
    [["--clock", "frozen", "--speed", "5"], "--clock and --speed exclude each other."],
    [["--memory", "--data", "x.db"], "--memory and --data exclude each other."],
    [["--spec", "x"], "Unknown option '--spec'"],
    [["--"], "There is no command behind --."],
    [["serve"], "Unexpected argument 'serve'"],
    [
      ["--config", path("nothing.json")],
      `Cannot read the configuration ${path("nothing.json")}: ENOENT.`,
    ],
  ])("%j", async (args, message) => {
    await expectRefusal(args, `gcm-sandbox: ${message}`);
  });

  test("a taken port", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const { exited, output } = run("--port", String(port));
    expect(await exited).toBe(1);
    expect(output()).toBe(
      `gcm-sandbox: Port ${port} on 127.0.0.1 is taken. Choose another with --port, or --port 0 for any free one.\n`,
    );
    blocker.close();
  });

  const template = { templateId: "5", senderId: "SHOPIN", type: "transactional", text: "{#x#}" };
  test.each([
    [{ account: 1 }, "The field account is not known."],
    [{ accounts: [{ accountId: "a", plan: "Gold" }] }, "its plan must be one of Starter, Growth, "],
    [{ accounts: [{ accountId: "a", templates: [template] }] }, "its template 5 is not valid."],
    [{ dltRules: [{ from: "soon", matching: "strict", variables: {} }] }, "dltRules[0].from: "],
  ])("the configuration %j", async (configuration, message) => {
    await expectRefusal(["--config", await configured(configuration)], message);
  });

  test("a data file that is no database, of something else, or of another version", async () => {
    await writeFile(path("text.db"), "This is a text, and rather a long one. ".repeat(30));
    await expectRefusal(["--data", path("text.db")], "file is not a database");
    const other = new DatabaseSync(path("other.db"));
    other.exec("create table recipes (name text)");
    other.close();
    await expectRefusal(["--data", path("other.db")], "It is a database of something else.");
    const newer = new DatabaseSync(path("newer.db"));
    newer.exec("pragma user_version = 99");
    newer.close();
    await expectRefusal(["--data", path("newer.db")], "It has tables of version 99");
  });

  test("a data file in a folder that is not there, or one that is a folder", async () => {
    const missing = path("nowhere/sandbox.db");
    await expectRefusal(["--data", missing], `Cannot open the data file ${missing}: `);
    await expectRefusal(["--data", folder], `Cannot open the data file ${folder}: `);
  });

  test("a data file that another process has open", async () => {
    await started("--data", path("open.db"));
    await expectRefusal(["--data", path("open.db")], "Another process has it open.");
  });
});

import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { demoKey } from "../src/accounts/demo-account.ts";
import type { Configuration } from "../src/configuration.ts";
import type { SandboxOptions } from "../src/start-sandbox.ts";
import { magicNumber } from "./magic-number.ts";
import { bulk, mobiles, otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let data: string;
let running: TestSandbox | undefined;
beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), "restart ")), "sandbox.db");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await running?.close();
  running = undefined;
});

/** Starts on the data file, once whatever ran on it before has ended. */
async function restarted(options: SandboxOptions = {}): Promise<TestSandbox> {
  // What it is told of the clock counts on a file that has one too.
  const clock = running ? { clock: {} } : {};
  await running?.close();
  running = await startTestSandbox({ data, ...clock, ...options });
  return running;
}

/** Starts on what the disk has now, as if the sandbox had died. */
async function afterCrash(options: SandboxOptions = {}): Promise<TestSandbox> {
  const copy = `${data}-copy`;
  for (const end of ["", "-wal"]) await copyFile(data + end, copy + end);
  await running?.close();
  data = copy;
  running = await startTestSandbox({ data, clock: {}, ...options });
  return running;
}

const send = async (sandbox: TestSandbox, more: object = {}) =>
  (await sandbox.api.post("/sms/send", { ...otp, ...more })).body.messageId;
const status = async (sandbox: TestSandbox, messageId: string) =>
  (await sandbox.api.get(`/sms/status/${messageId}`)).body.status;
const now = async (sandbox: TestSandbox) =>
  Date.parse((await sandbox.control.get("/clock")).body.now);

/** All that the control API tells of an account and the sandbox. */
async function everything({ control }: TestSandbox): Promise<object> {
  const paths = ["/clock", "/settings", "/accounts"];
  for (const account of ["demo", "shop"])
    for (const list of [
      "keys",
      "headers",
      "templates",
      "endpoints",
      "messages",
      "batches",
      "ledger",
      "deliveries",
    ])
      paths.push(`/accounts/${account}/${list}`);
  const told: Record<string, unknown> = {};
  for (const path of paths) {
    const { body } = await control.get(path);
    told[path] = /headers|templates/.test(path)
      ? JSON.stringify(body)
          .split(/(?=\{)/)
          .sort()
      : body;
  }
  return told;
}

test.each(["restarted", "crashed"])("everything is there when it has %s", async (how) => {
  const sandbox = await restarted();
  await sandbox.control.post("/seed", {
    accounts: [
      { accountId: "shop", plan: "Starter", credits: 9, keys: [{ key: "gcm_test_shop" }] },
    ],
  });
  await sandbox.control.patch("/settings", { delays: { queueMs: 5_000 }, matching: "lenient" });
  await sandbox.control.patch("/accounts/shop", { requestsPerSecond: 5 });
  for (const name of ["One", "Two"]) {
    await sandbox.pass(1);
    await sandbox.control.post("/accounts/demo/keys", { name });
  }
  await sandbox.control.post("/accounts/shop/endpoints", { url: "http://127.0.0.1:9/hook" });
  await sandbox.control.put("/accounts/shop/headers/SHOPIN", { approved: false });
  await sandbox.control.put("/accounts/demo/templates/5", {
    senderId: "GCMDIA",
    type: "promotional",
    text: "Hi {#var#}",
  });
  const rejected = await send(sandbox, { to: magicNumber("for its template") });
  const scheduleAt = "2026-06-24T09:00:00+05:30";
  await sandbox.api.post("/sms/bulk", bulk(mobiles(3)));
  const late = (await sandbox.api.post("/sms/bulk", { ...bulk(mobiles(4)), scheduleAt })).body
    .batchId;
  const cancelled = (await sandbox.api.post("/sms/bulk", { ...bulk(), scheduleAt })).body.batchId;
  await sandbox.api.delete(`/sms/schedule/${cancelled}`);
  await sandbox.pass(5.5);
  const before = await everything(sandbox);

  const again = how === "restarted" ? await restarted() : await afterCrash();
  expect(await everything(again)).toEqual(before);
  expect(again.apiKey).toBe("gcm_test_demo");
  expect((await again.withKey("gcm_test_shop").get("/account/balance")).body.credits).toBe(9);
  await again.pass(0.5);
  expect(await status(again, rejected)).toBe("rejected");
  expect(await again.credits()).toBe(48_250 - 3 - 4);
  await again.advance({ to: "2026-06-24T09:00:06+05:30" });
  expect((await again.api.get(`/sms/batch/${late}`)).body.delivered).toBe(4);
});

describe("the clock", () => {
  test("that was frozen stays so, wherever it was", async () => {
    const sandbox = await restarted();
    await sandbox.pass(86_400);
    const stopped = await now(sandbox);
    await sleep(20);
    const again = await restarted();
    expect((await again.control.get("/clock")).body.speed).toBe(0);
    expect(await now(again)).toBe(stopped);
  });

  test("goes and stands as it is told at a start, and what is due by then has happened", async () => {
    const sandbox = await restarted({ clock: "real" });
    const rejected = await send(sandbox, { to: magicNumber("for its template") });
    const frozen = await restarted({ clock: { start: "2199-01-01T00:00:00Z", speed: 0 } });
    expect((await frozen.control.get("/clock")).body).toEqual({
      now: "2199-01-01T00:00:00.000Z",
      speed: 0,
    });
    expect(await status(frozen, rejected)).toBe("rejected");
    expect(frozen.notes).toEqual([]);
    await restarted({ clock: { speed: 60 } });
    const crashed = await afterCrash();
    expect((await crashed.control.get("/clock")).body.speed).toBe(60);
    const real = await restarted({ clock: "real" });
    expect((await real.control.get("/clock")).body.speed).toBe(1);
  });

  test("does not go back, and says so", async () => {
    const sandbox = await restarted();
    await sandbox.pass(1);
    const again = await restarted({ clock: { start: "2026-06-23T04:30:00Z" } });
    expect(await now(again)).toBe(Date.parse("2026-06-23T04:30:01Z"));
    expect(again.notes).toEqual([
      "The clock begins at 2026-06-23T04:30:01.000Z and not at 2026-06-23T04:30:00Z: the data file is that far, and it goes forward only.",
    ]);
  });

  test("that ran faster goes on as if it had not stopped, and what was due has happened", async () => {
    const sandbox = await restarted({ clock: { start: "2026-06-23T04:30:00Z", speed: 1 } });
    const to = magicNumber("for its template");
    const soon = await send(sandbox, { to, scheduleAt: "2026-06-24T00:00:00Z" });
    const late = await send(sandbox, { scheduleAt: "2030-01-01T00:00:00Z" });
    await sandbox.control.patch("/clock", { speed: 100_000 });
    const since = performance.now();
    const before = await now(sandbox);
    await sandbox.close();
    await sleep(1_500);
    const again = await restarted();
    const passed = (await now(again)) - before;
    expect(passed).toBeGreaterThanOrEqual(1_500 * 100_000);
    expect(passed).toBeLessThanOrEqual((performance.now() - since) * 100_000);
    expect((await again.control.get("/clock")).body.speed).toBe(100_000);
    expect((await again.ledger()).at(-1)).toMatchObject({
      kind: "refund",
      at: "2026-06-24T00:00:02.000Z",
    });
    expect(await status(again, soon)).toBe("rejected");
    expect(await status(again, late)).toBe("queued");
  });

  test("that was real is real again", async () => {
    const sandbox = await restarted({ clock: "real" });
    const before = await now(sandbox);
    const again = await restarted();
    expect((await again.control.get("/clock")).body.speed).toBe(1);
    expect(await now(again)).toBeGreaterThanOrEqual(before);
    expect(Math.abs((await now(again)) - Date.now())).toBeLessThan(10_000);
  });
});

describe("with the machine's clock set back an hour, no status goes back", () => {
  const options: SandboxOptions = {
    clock: "real",
    config: { settings: { delays: { queueMs: 20, carrierMs: 20 } } },
  };
  const setBack = () => {
    const real = Date.now;
    vi.spyOn(Date, "now").mockImplementation(() => real() - 3_600_000);
  };

  test.each(["restarted", "crashed"])("of what had arrived, when it has %s", async (how) => {
    const sandbox = await restarted(options);
    const messageId = await send(sandbox);
    while ((await status(sandbox, messageId)) !== "delivered") await sleep(5);
    setBack();
    const again = how === "restarted" ? await restarted(options) : await afterCrash(options);
    expect(await status(again, messageId)).toBe("delivered");
  });

  test.each(["delivered", "failed"])("of what was ended by hand as %s", async (ending) => {
    const sandbox = await restarted({ clock: "real" });
    const messageId = await send(sandbox);
    await sleep(20);
    const path = `/accounts/demo/messages/${messageId}/ending`;
    expect((await sandbox.control.post(path, { status: ending })).status).toBe(200);
    setBack();
    expect(await status(await afterCrash({ clock: "real" }), messageId)).toBe(ending);
  });

  test("of what was accepted last, and the ledger goes on in the order of time", async () => {
    const sandbox = await restarted(options);
    await send(sandbox);
    await sleep(30);
    await send(sandbox);
    setBack();
    const again = await afterCrash(options);
    await send(again);
    const times = (await again.ledger()).map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });
});

test("no id comes twice in several runs, nor a request id after a reset", async () => {
  const ids: Record<string, string[]> = {};
  const note = (kind: string, id: string) => {
    ids[kind] = [...(ids[kind] ?? []), id];
  };
  for (let run = 0; run < 4; run++) {
    const sandbox = await restarted();
    for (let time = 0; time < 3; time++) {
      note("message", await send(sandbox));
      note("batch", (await sandbox.api.post("/sms/bulk", bulk())).body.batchId);
      note("key", (await sandbox.control.post("/accounts/demo/keys", { name: "x" })).body.keyId);
      note("request", (await sandbox.api.get("/sms/status/gcm_msg_1")).body.error.requestId);
    }
    if (run === 2) {
      for (const kind of ["message", "batch", "key"]) ids[kind] = [];
      await sandbox.reset();
    }
  }
  const entries = (await (running as TestSandbox).ledger()).map(({ entryId }) => entryId);
  for (const each of [...Object.values(ids), entries]) expect(new Set(each).size).toBe(each.length);
  expect(ids.request).toHaveLength(12);
});

test("a reset is kept as well", async () => {
  const sandbox = await restarted();
  await send(sandbox);
  await sandbox.pass(60);
  await sandbox.reset();
  const again = await restarted();
  expect((await again.control.get("/health")).body).toMatchObject({
    messages: 0,
    now: "2026-06-23T04:30:00.000Z",
  });
  expect(await again.credits()).toBe(48_250);
});

test("faults are mended, and what the data has comes before the configuration", async () => {
  const sandbox = await restarted({ config: { accounts: [{ accountId: "shop", credits: 5 }] } });
  expect(sandbox.apiKey).toBeUndefined();
  await sandbox.control.post("/faults", { effect: { error: "GATEWAY_ERROR" } });
  await sandbox.control.patch("/settings", { matching: "lenient" });
  expect(sandbox.notes).toEqual([]);
  const config: Configuration = {
    accounts: [{ accountId: "other", keys: [{ key: "gcm_test_other" }] }],
    settings: { matching: "strict" },
    clock: { speed: 5 },
  };
  const again = await restarted({ config });
  expect(again.notes).toEqual([
    "The data file has its own accounts and clock and settings, so those of the configuration are not taken. POST /_sandbox/reset empties it and takes them.",
  ]);
  expect((await again.control.get("/clock")).body.speed).toBe(0);
  expect((await again.control.get("/faults")).body.faults).toEqual([]);
  expect((await again.control.get("/settings")).body.matching).toBe("lenient");
  expect((await again.control.get("/accounts")).body.accounts).toMatchObject([
    { accountId: "shop" },
  ]);
  // The demo key opens nothing here, so it is not offered.
  expect(again.apiKey).toBeUndefined();
});

test.each([
  ["goes on", [], 48_250],
  ["keeps to a day that somebody sets", ["2026-12-30", "2026-12-31"], 0],
])("the demo account of a file of version 1.0.0 %s", async (_, days, credits) => {
  const sandbox = await restarted();
  await sandbox.close();
  const file = new DatabaseSync(data);
  file.exec("update things set value = json_remove(value, '$.renews') where kind = 'account'");
  file.close();
  const again = await restarted();
  for (const expiresAt of days) await again.control.patch("/accounts/demo", { expiresAt });
  const last = await restarted();
  await last.pass(366 * 86_400);
  expect(await last.credits()).toBe(credits);
});

test("an account of a configuration that is like the demo account ends as others do", async () => {
  const keys = [{ key: demoKey }];
  const like = { accountId: "demo", credits: 5, expiresAt: "2026-12-31", keys };
  await restarted({ config: { accounts: [like] } });
  const again = await restarted();
  await again.pass(366 * 86_400);
  expect(await again.credits()).toBe(0);
});

test("a reset takes what the configuration has", async () => {
  await restarted();
  const accounts = [{ accountId: "other", keys: [{ key: "gcm_test_other" }] }];
  const again = await restarted({ config: { accounts } });
  await again.control.post("/reset");
  expect((await again.withKey("gcm_test_other").get("/account/balance")).status).toBe(200);
});

test("closing once more does no harm, and sets the file free", async () => {
  const sandbox = await restarted();
  await Promise.all([sandbox.close(), sandbox.close()]);
  await sandbox.close();
  expect(await now(await restarted())).toBe(Date.parse("2026-06-23T04:30:00Z"));
});

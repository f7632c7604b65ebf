import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { magicNumber } from "./magic-number.ts";
import { bulk, mobiles, otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const now = async (of = sandbox) => (await of.control.get("/clock")).body.now;
const send = async (of = sandbox, more: object = {}) =>
  (await of.api.post("/sms/send", { ...otp, ...more })).body.messageId;
const status = async (messageId: string, of = sandbox) =>
  (await of.api.get(`/sms/status/${messageId}`)).body.status;

describe("a frozen clock", () => {
  test("stands still, and so does everything else", async () => {
    const messageId = await send();
    await sleep(30);
    expect(await now()).toBe("2026-06-23T04:30:00.000Z");
    expect((await sandbox.control.get("/clock")).body.speed).toBe(0);
    expect(await status(messageId)).toBe("queued");
  });

  test("is advanced by so much, or to a time", async () => {
    const advance = async (body: object) =>
      (await sandbox.control.post("/clock/advance", body)).body.now;
    expect(await advance({ seconds: 1.5 })).toBe("2026-06-23T04:30:01.500Z");
    expect(await advance({ to: "2026-06-23T12:00:00+05:30" })).toBe("2026-06-23T06:30:00.000Z");
    expect(await advance({ to: "2026-06-23T06:30:00Z" })).toBe("2026-06-23T06:30:00.000Z");
    expect(await advance({ seconds: 0 })).toBe("2026-06-23T06:30:00.000Z");
    expect(await now()).toBe("2026-06-23T06:30:00.000Z");
  });

  test.each([
    [
      { to: "2026-06-23T04:29:59Z" },
      "The field to is in the past: here it is 2026-06-23T04:30:00.000Z",
    ],
    [{ to: "2026-12-31T23:59:60Z" }, "The field to is no time that there is"],
    [{ to: "9999-12-31T23:59:59-00:01" }, "The clock ends with the year 9999"],
    [{ seconds: -1 }, "The field seconds must be >= 0"],
    [{ seconds: 1, to: "2027-01-01T00:00:00Z" }, "The body"],
    [{}, "The body"],
  ])("is not advanced by %j", async (body, why) => {
    const answer = await sandbox.control.post("/clock/advance", body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(why);
    expect(await now()).toBe("2026-06-23T04:30:00.000Z");
  });

  test("distances that come together add up", async () => {
    await Promise.all(Array.from({ length: 5 }, () => sandbox.advance({ seconds: 2 })));
    expect(await now()).toBe("2026-06-23T04:30:10.000Z");
  });

  test("advances that come together all arrive", async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        sandbox.advance({ to: `2026-06-23T04:30:0${9 - index}Z` }).catch(() => undefined),
      ),
    );
    expect(await now()).toBe("2026-06-23T04:30:09.000Z");
  });

  test("the program that has started it may advance it too, and hears of a bad time", async () => {
    await sandbox.advance({ seconds: 2 });
    expect(await now()).toBe("2026-06-23T04:30:02.000Z");
    for (const time of [{ to: "tomorrow" }, { seconds: Number.NaN }, { seconds: -1 }])
      await expect(sandbox.advance(time)).rejects.toThrow(/^The field \w+ is /);
    expect(await now()).toBe("2026-06-23T04:30:02.000Z");
  });
});

test("what becomes due on the way happens in its order, at its own time", async () => {
  await sandbox.control.patch("/accounts/demo", { expiresAt: "2026-06-24" });
  const rejected = magicNumber("for its template");
  await send(sandbox, { to: rejected });
  await send(sandbox, { to: rejected, scheduleAt: "2026-06-24T12:00:00Z" });
  await sandbox.api.post("/sms/bulk", { ...bulk([rejected]), scheduleAt: "2026-06-23T12:00:00Z" });
  await sandbox.advance({ to: "2026-07-01T00:00:00Z" });
  const entries = (await sandbox.ledger()).slice(4);
  expect(entries.map(({ at, kind, amount }) => `${at} ${kind} ${amount}`)).toEqual([
    "2026-06-23T04:30:02.000Z refund 1",
    "2026-06-23T12:00:02.000Z refund 1",
    "2026-06-24T12:00:02.000Z refund 1",
    "2026-06-24T18:30:00.000Z expiry -48250",
  ]);
});

describe("a clock that runs", () => {
  test("at the real speed lets things happen by themselves", async () => {
    const running = await startTestSandbox({
      clock: { speed: 1 },
      // Time enough to ask before it is dispatched, on a busy machine too.
      config: { settings: { delays: { queueMs: 3_000, carrierMs: 50 } } },
    });
    const started = Date.now();
    expect(Math.abs(Date.parse(await now(running)) - started)).toBeLessThan(10_000);
    const messageId = await send(running);
    expect(await status(messageId, running)).toBe("queued");
    while ((await status(messageId, running)) !== "delivered") await sleep(10);
    expect(Date.now() - started).toBeGreaterThanOrEqual(3_050);
    await running.close();
  });

  test("faster takes schedules and days in a moment, without a call", async () => {
    const running = await startTestSandbox({
      clock: { start: "2026-06-23T04:30:00Z", speed: 20_000 },
    });
    const to = magicNumber("for its template");
    const { batchId } = (
      await running.api.post("/sms/bulk", { ...bulk([to]), scheduleAt: "2026-06-24T00:00:00Z" })
    ).body;
    const batch = async () => (await running.api.get(`/sms/batch/${batchId}`)).body;
    expect((await batch()).completedAt).toBeNull();
    while ((await batch()).completedAt === null) await sleep(20);
    expect((await batch()).completedAt).toBe("2026-06-24T00:00:02Z");
    expect((await running.ledger()).at(-1)).toMatchObject({ at: "2026-06-24T00:00:02.000Z" });
    await running.close();
  });

  test("may change its speed, and stop", async () => {
    const setSpeed = async (speed: number) =>
      (await sandbox.control.patch("/clock", { speed })).body.speed;
    const messageId = await send();
    expect(await setSpeed(1_000)).toBe(1_000);
    while ((await status(messageId)) !== "delivered") await sleep(5);
    expect(await setSpeed(0)).toBe(0);
    const stopped = await now();
    expect(stopped > "2026-06-23T04:30:02.000Z").toBe(true);
    await sleep(20);
    expect(await now()).toBe(stopped);
    for (const speed of [-1, 100_001, "fast"])
      expect((await sandbox.control.patch("/clock", { speed })).status).toBe(400);
  });

  test("can be advanced as well", async () => {
    const running = await startTestSandbox({ clock: { start: "2026-06-23T04:30:00Z", speed: 1 } });
    const messageId = await send(running);
    await running.pass(3_600);
    expect(await status(messageId, running)).toBe("delivered");
    expect((await now(running)) > "2026-06-23T05:30:00").toBe(true);
    await running.close();
  });
});

test("a reset takes the clock back to where it began", async () => {
  await sandbox.pass(86_400);
  await sandbox.reset();
  expect(await now()).toBe("2026-06-23T04:30:00.000Z");
  const { batchId } = (await sandbox.api.post("/sms/bulk", bulk(mobiles(1)))).body;
  await sandbox.pass(2);
  expect((await sandbox.api.get(`/sms/batch/${batchId}`)).body.completedAt).toBe(
    "2026-06-23T04:30:02Z",
  );
});

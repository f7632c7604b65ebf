import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { magicNumber } from "./magic-number.ts";
import { bulk, mobiles, otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

const plenty = { requestsPerSecond: 1_000_000 };

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.control.patch("/accounts/demo", plenty);
});

const leave = async (credits: number) =>
  sandbox.control.post("/accounts/demo/credits", { amount: credits - (await sandbox.credits()) });

/** That every balance of the ledger is that before it and the amount, and the last one is what is left. */
async function expectChain(): Promise<void> {
  let balance = 0;
  for (const entry of await sandbox.ledger()) {
    balance += entry.amount;
    expect(entry.balance).toBe(balance);
    expect(balance).toBeGreaterThanOrEqual(0);
  }
  expect(await sandbox.credits()).toBe(balance);
}

describe("many sends at once", () => {
  const expectExactly = async ({ api, control, credits, ledger }: TestSandbox) => {
    await control.patch("/accounts/demo", plenty);
    const amount = 37 - (await credits());
    await control.post("/accounts/demo/credits", { amount });
    const calls = Array.from({ length: 120 }, () => api.post("/sms/send", otp));
    const answers = await Promise.all(calls);
    const accepted = answers.filter(({ status }) => status === 200);
    expect(accepted).toHaveLength(37);
    expect(answers.filter(({ status }) => status === 402)).toHaveLength(83);
    expect(new Set(accepted.map(({ body }) => body.messageId)).size).toBe(37);
    expect(await credits()).toBe(0);
    expect((await control.get("/health")).body.messages).toBe(37);
    expect((await ledger()).map(({ balance }) => balance).slice(2)).toEqual(
      Array.from({ length: 37 }, (_, index) => 36 - index),
    );
  };

  test("exactly as many are accepted as the credits allow", () => expectExactly(sandbox));

  test("and as many with a data file, where they share their way to the disk", async () => {
    const data = join(await mkdtemp(join(tmpdir(), "concurrency ")), "sandbox.db");
    const kept = await startTestSandbox({ data });
    await expectExactly(kept);
    await kept.close();
  });
});

test("sends and bulks at once share the credits, and none is charged in part", async () => {
  await leave(50);
  const calls = Array.from({ length: 60 }, (_, index) =>
    index % 3 === 0
      ? sandbox.api.post("/sms/bulk", bulk(mobiles(5)))
      : sandbox.api.post("/sms/send", otp),
  );
  const answers = await Promise.all(calls);
  const spent = answers
    .filter(({ status }) => status === 200)
    .reduce((sum, { body }) => sum + (body.estimatedCredits ?? body.credits), 0);
  expect(spent).toBe(50);
  expect(await sandbox.credits()).toBe(0);
  expect((await sandbox.control.get("/health")).body.messages).toBe(50);
  await expectChain();
});

describe("a cancellation beside the start of its batch", () => {
  test("exactly one of them wins, and the refund says which", async () => {
    const wins = { cancelled: 0, sent: 0 };
    for (let round = 0; round < 60; round++) {
      const before = await sandbox.credits();
      const clock = (await sandbox.control.get("/clock")).body.now;
      const scheduleAt = new Date(Date.parse(clock) + 60_000).toISOString();
      const { batchId } = (await sandbox.api.post("/sms/bulk", { ...bulk(), scheduleAt })).body;
      const advance = sandbox.control.post("/clock/advance", { to: scheduleAt });
      // It comes a little later each round, so that now one of them is first and now the other.
      if (round >= 20) await sleep(round / 10 - 2);
      const { status } = await sandbox.api.delete(`/sms/schedule/${batchId}`);
      await advance;
      await sandbox.pass(2);
      const { body: batch } = await sandbox.api.get(`/sms/batch/${batchId}`);
      const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
      const statuses = new Set(body.messages.map((message: { status: string }) => message.status));
      if (status === 200) {
        wins.cancelled += 1;
        expect(batch).toMatchObject({ delivered: 0, failed: 3, pending: 0 });
        expect(statuses).toEqual(new Set(["failed"]));
        expect(await sandbox.credits()).toBe(before);
      } else {
        wins.sent += 1;
        expect(status).toBe(409);
        expect(batch).toMatchObject({ delivered: 3, failed: 0, pending: 0 });
        expect(statuses).toEqual(new Set(["delivered"]));
        expect(await sandbox.credits()).toBe(before - 3);
      }
    }
    expect(wins.cancelled).toBeGreaterThan(0);
    expect(wins.sent).toBeGreaterThan(0);
    await expectChain();
  });

  test("of many cancellations one wins, and gives back once", async () => {
    const before = await sandbox.credits();
    const scheduleAt = "2026-06-24T09:00:00+05:30";
    const { batchId } = (await sandbox.api.post("/sms/bulk", { ...bulk(), scheduleAt })).body;
    const calls = Array.from({ length: 20 }, () => sandbox.api.delete(`/sms/schedule/${batchId}`));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await sandbox.credits()).toBe(before);
  });
});

test("of many endings of one message one wins, and gives back once", async () => {
  const before = await sandbox.credits();
  const to = magicNumber("Stuck at the carrier");
  const { messageId } = (await sandbox.api.post("/sms/send", { ...otp, to })).body;
  const path = `/accounts/demo/messages/${messageId}/ending`;
  const calls = Array.from({ length: 20 }, (_, index) =>
    sandbox.control.post(path, { status: index % 2 === 0 ? "rejected" : "failed" }),
  );
  const won = (await Promise.all(calls)).filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  const back = won[0]?.body.status === "rejected" ? 1 : 0;
  expect(await sandbox.credits()).toBe(before - 1 + back);
  await expectChain();
});

test("sends while the clock is advanced are all accepted, and all arrive", async () => {
  const sends: Promise<string>[] = [];
  for (let step = 0; step < 20; step++) {
    for (let sent = 0; sent < 5; sent++)
      sends.push(sandbox.api.post("/sms/send", otp).then(({ body }) => body.messageId));
    sends.push(sandbox.control.post("/clock/advance", { seconds: 0.7 }).then(() => ""));
    if (step % 5 === 0) await Promise.all(sends);
  }
  const ids = (await Promise.all(sends)).filter((id) => id !== "");
  await sandbox.pass(2);
  for (const id of ids)
    expect((await sandbox.api.get(`/sms/status/${id}`)).body.status).toBe("delivered");
  expect(await sandbox.credits()).toBe(48_250 - 100);
});

import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { magicNumber } from "./magic-number.ts";
import { bulk, mobiles, otp, sale } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const tomorrow = "2026-06-24T09:00:00+05:30";
const schedule = async (recipients = mobiles(3), more: object = {}) =>
  (await sandbox.api.post("/sms/bulk", { ...bulk(recipients), scheduleAt: tomorrow, ...more }))
    .body;
const cancel = (batchId: string) => sandbox.api.delete(`/sms/schedule/${batchId}`);
const batch = async (batchId: string) => (await sandbox.api.get(`/sms/batch/${batchId}`)).body;
const statuses = async (batchId: string) => {
  const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
  return body.messages.map(({ status }: { status: string }) => status);
};

test("a batch waits for its time, which is answered as it was written", async () => {
  const { batchId, scheduledAt } = await schedule();
  expect(scheduledAt).toBe(tomorrow);
  const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
  expect(body.messages[0]).toMatchObject({
    queuedAt: "2026-06-23T04:30:00.000Z",
    scheduledAt: "2026-06-24T03:30:00.000Z",
  });
  await sandbox.advance({ to: "2026-06-24T03:30:00.999Z" });
  expect(await statuses(batchId)).toEqual(["queued", "queued", "queued"]);
  await sandbox.pass(0.001);
  expect(await statuses(batchId)).toEqual(["dispatched", "dispatched", "dispatched"]);
  await sandbox.pass(1);
  expect(await batch(batchId)).toMatchObject({
    delivered: 3,
    completedAt: "2026-06-24T03:30:02Z",
  });
});

describe("the cancellation of a batch", () => {
  test("before its time it prevents every message, and gives the credits back", async () => {
    const before = await sandbox.credits();
    const { batchId, estimatedCredits } = await schedule();
    expect(await sandbox.credits()).toBe(before - estimatedCredits);
    await sandbox.advance({ to: "2026-06-24T03:29:59.999Z" });
    expect((await cancel(batchId)).body).toEqual({ cancelled: true, batchId });
    expect(await sandbox.credits()).toBe(before);
    const cancelled = {
      delivered: 0,
      failed: 3,
      pending: 0,
      deliveryRate: "0.0%",
      completedAt: "2026-06-24T03:29:59Z",
    };
    expect(await batch(batchId)).toMatchObject(cancelled);
    await sandbox.pass(86_400);
    expect(await batch(batchId)).toMatchObject(cancelled);
    expect(await sandbox.credits()).toBe(before);
    const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
    for (const message of body.messages)
      expect(message).toMatchObject({
        status: "failed",
        sentAt: null,
        endedAt: "2026-06-24T03:29:59.999Z",
        failReason: "The batch was cancelled before its time",
      });
    expect((await sandbox.ledger()).at(-1)).toMatchObject({
      kind: "refund",
      amount: 3,
      batchId,
      note: "Cancelled before its time",
    });
  });

  test("at its time and later it is too late", async () => {
    const before = await sandbox.credits();
    const { batchId } = await schedule();
    await sandbox.advance({ to: tomorrow });
    const { status, body } = await cancel(batchId);
    expect([status, body.error.code]).toEqual([409, "NOT_CANCELLABLE"]);
    expect(body.error.message).toContain(`The batch ${batchId} has started`);
    await sandbox.pass(10);
    expect((await cancel(batchId)).status).toBe(409);
    expect(await batch(batchId)).toMatchObject({ delivered: 3 });
    expect(await sandbox.credits()).toBe(before - 3);
  });

  test("it is done once", async () => {
    const before = await sandbox.credits();
    const { batchId } = await schedule();
    await cancel(batchId);
    const { status, body } = await cancel(batchId);
    expect([status, body.error.message]).toEqual([
      409,
      `The batch ${batchId} is cancelled already.`,
    ]);
    expect(await sandbox.credits()).toBe(before);
  });

  test("it is refused for what was not scheduled, and what is unknown", async () => {
    const { batchId } = (await sandbox.api.post("/sms/bulk", bulk())).body;
    const { status, body } = await cancel(batchId);
    expect([status, body.error.code]).toEqual([409, "NOT_CANCELLABLE"]);
    expect((await cancel("gcm_batch_0000000000")).status).toBe(404);
    expect((await cancel("nothing")).status).toBe(400);
  });

  test("a batch without an accepted recipient is completed, and stays so", async () => {
    const { batchId } = await schedule([magicNumber("Not accepted")]);
    const completed = await batch(batchId);
    expect(completed).toMatchObject({ pending: 0, completedAt: "2026-06-23T04:30:00Z" });
    await sandbox.pass(60);
    expect((await cancel(batchId)).status).toBe(409);
    expect(await batch(batchId)).toEqual(completed);
  });

  test("what a recipient would have become happens no more", async () => {
    const before = await sandbox.credits();
    const { batchId } = await schedule([magicNumber("for its template"), ...mobiles(1)]);
    await cancel(batchId);
    await sandbox.pass(200_000);
    // The rejection would give its credit back once more.
    expect(await sandbox.credits()).toBe(before);
  });

  test("what was sent beside it, for the same time, goes its way", async () => {
    const before = await sandbox.credits();
    const rejected = magicNumber("for its template");
    const one = { ...otp, scheduleAt: tomorrow };
    const many = { ...bulk([rejected]), scheduleAt: tomorrow };
    // Accepted in one transaction, they share the orders of their steps.
    const [first, cancelled, third, last] = await Promise.all([
      sandbox.api.post("/sms/send", { ...one, to: rejected }),
      sandbox.api.post("/sms/bulk", many),
      sandbox.api.post("/sms/bulk", many),
      sandbox.api.post("/sms/send", { ...one, to: rejected }),
    ]);
    await cancel(cancelled.body.batchId);
    await sandbox.pass(200_000);
    for (const { body } of [first, last]) {
      const { body: message } = await sandbox.api.get(`/sms/status/${body.messageId}`);
      expect(message.status).toBe("rejected");
    }
    expect(await batch(third.body.batchId)).toMatchObject({ failed: 1, pending: 0 });
    // Three rejections and a cancellation give back what all four have cost, each once.
    expect(await sandbox.credits()).toBe(before);
    const refunds = (await sandbox.ledger()).filter(({ kind }) => kind === "refund");
    expect(refunds).toHaveLength(4);
  });

  test("a scheduled message of its own cannot be cancelled, nor one of the batch ended before", async () => {
    const { batchId } = await schedule();
    const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
    const { messageId } = body.messages[0];
    const ended = await sandbox.control.post(`/accounts/demo/messages/${messageId}/ending`, {
      status: "failed",
    });
    expect([ended.status, ended.body.error.message]).toEqual([
      409,
      `The message ${messageId} is of a batch that has not started; cancel the batch instead.`,
    ]);
  });
});

describe("the time of a schedule", () => {
  test.each([
    [
      "the present",
      "2026-06-23T10:00:00+05:30",
      "is in the past: here it is 2026-06-23T04:30:00.000Z",
    ],
    ["the past", "2020-01-01T00:00:00Z", "is in the past"],
    [
      "a second that there is not",
      "2026-12-31T23:59:60Z",
      "is no time that there is. Check every part of it.",
    ],
    [
      "a year of five digits, in UTC",
      "9999-12-31T23:59:59-00:01",
      "is after the year 9999, in UTC",
    ],
    ["a day that there is not", "2027-02-29T09:00:00Z", "The field scheduleAt"],
    ["no time", "tomorrow", "The field scheduleAt"],
  ])("%s is refused, and costs nothing", async (_, scheduleAt, why) => {
    const before = await sandbox.credits();
    const bodies = [
      ["/sms/send", otp],
      ["/sms/bulk", bulk()],
    ] as const;
    for (const [path, body] of bodies) {
      const answer = await sandbox.api.post(path, { ...body, scheduleAt });
      expect(answer.status).toBe(400);
      expect(answer.body.error.code).toBe("INVALID_REQUEST");
      expect(answer.body.error.message).toContain(why);
    }
    expect(await sandbox.credits()).toBe(before);
  });

  test("a millisecond ahead is enough", async () => {
    const { batchId } = await schedule(mobiles(1), { scheduleAt: "2026-06-23T04:30:00.001Z" });
    expect((await cancel(batchId)).status).toBe(200);
  });

  test("the last second of the year 9999 is one", async () => {
    expect(
      (await schedule(mobiles(1), { scheduleAt: "9999-12-31T23:59:59Z" })).batchId,
    ).toBeTruthy();
  });

  test("what is far ahead waits that long", async () => {
    const { batchId } = await schedule(mobiles(1), { scheduleAt: "2199-12-31T23:59:59Z" });
    await sandbox.advance({ to: "2199-12-31T23:59:58Z" });
    expect(await statuses(batchId)).toEqual(["queued"]);
    await sandbox.pass(3);
    expect(await statuses(batchId)).toEqual(["delivered"]);
  });
});

test("promotional hours are those of the time that a batch goes out, not when it was accepted", async () => {
  await sandbox.control.patch("/settings", { promotionalHours: { from: "09:00", to: "21:00" } });
  const at = (scheduleAt: string) => sandbox.api.post("/sms/bulk", { ...sale(), scheduleAt });
  const night = (await at("2026-06-24T03:00:00+05:30")).body;
  const day = (await at("2026-06-24T09:00:00+05:30")).body;
  await sandbox.advance({ to: "2026-06-24T12:00:00+05:30" });
  expect(await statuses(night.batchId)).toEqual(["rejected", "rejected"]);
  expect(await statuses(day.batchId)).toEqual(["delivered", "delivered"]);
});

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

const sendBulk = async (recipients: string[], more: object = {}) =>
  (await sandbox.api.post("/sms/bulk", { ...bulk(recipients), ...more })).body;
const batch = async (batchId: string) => (await sandbox.api.get(`/sms/batch/${batchId}`)).body;

describe("a batch on its way", () => {
  test("it leaves a hundred at a time, and its counts follow", async () => {
    const accepted = await sendBulk(mobiles(250));
    expect(accepted).toEqual({
      batchId: expect.stringMatching(/^gcm_batch_[0-9a-f]{10}$/),
      total: 250,
      queued: 250,
      failed: 0,
      scheduledAt: null,
      estimatedCredits: 250,
    });
    const { batchId } = accepted;
    const counts = { batchId, total: 250, delivered: 0, failed: 0, pending: 250 };
    expect(await batch(batchId)).toEqual({ ...counts, deliveryRate: "0.0%", completedAt: null });
    await sandbox.pass(2);
    expect(await batch(batchId)).toMatchObject({
      delivered: 100,
      pending: 150,
      deliveryRate: "40.0%",
    });
    await sandbox.pass(0.2);
    expect(await batch(batchId)).toMatchObject({
      delivered: 200,
      pending: 50,
      deliveryRate: "80.0%",
    });
    await sandbox.pass(0.199);
    expect(await batch(batchId)).toMatchObject({ delivered: 200, completedAt: null });
    await sandbox.pass(0.001);
    const completed = {
      ...counts,
      delivered: 250,
      pending: 0,
      deliveryRate: "100.0%",
      completedAt: "2026-06-23T04:30:02Z",
    };
    expect(await batch(batchId)).toEqual(completed);
    await sandbox.pass(86_400);
    expect(await batch(batchId)).toEqual(completed);
  });

  test("what failed, was rejected or not accepted counts as failed", async () => {
    const recipients = [
      ...mobiles(3),
      magicNumber("switched off"),
      magicNumber("for its template"),
      magicNumber("Not accepted"),
    ];
    const accepted = await sendBulk(recipients);
    expect(accepted).toMatchObject({ total: 6, queued: 5, failed: 1, estimatedCredits: 5 });
    await sandbox.pass(2);
    expect(await batch(accepted.batchId)).toMatchObject({
      total: 6,
      delivered: 3,
      failed: 3,
      pending: 0,
      deliveryRate: "50.0%",
      completedAt: "2026-06-23T04:30:02Z",
    });
  });

  test("it is not completed while a message is stuck, and is once that was ended", async () => {
    const { batchId } = await sendBulk([...mobiles(1), magicNumber("Stuck at the carrier")]);
    await sandbox.pass(86_400);
    expect(await batch(batchId)).toMatchObject({ pending: 1, completedAt: null });
    const { body } = await sandbox.control.get(
      `/accounts/demo/messages?batchId=${batchId}&status=dispatched`,
    );
    expect(body.messages).toHaveLength(1);
    const { messageId } = body.messages[0];
    await sandbox.control.post(`/accounts/demo/messages/${messageId}/ending`, { status: "failed" });
    expect(await batch(batchId)).toMatchObject({
      pending: 0,
      deliveryRate: "50.0%",
      completedAt: "2026-06-24T04:30:00Z",
    });
  });

  test("none of whom is accepted is completed at once, and costs nothing", async () => {
    const before = await sandbox.credits();
    const accepted = await sendBulk([magicNumber("Not accepted")]);
    expect(accepted).toMatchObject({ total: 1, queued: 0, failed: 1, estimatedCredits: 0 });
    expect(await batch(accepted.batchId)).toMatchObject({
      failed: 1,
      pending: 0,
      deliveryRate: "0.0%",
      completedAt: "2026-06-23T04:30:00Z",
    });
    expect(await sandbox.credits()).toBe(before);
  });

  test("a recipient that is answered with an error refuses all of it", async () => {
    const before = await sandbox.credits();
    const { error } = await sendBulk([...mobiles(5), magicNumber("GATEWAY_ERROR")]);
    expect(error.code).toBe("GATEWAY_ERROR");
    expect(await sandbox.credits()).toBe(before);
    expect((await sandbox.control.get("/accounts/demo/batches")).body.batches).toEqual([]);
  });

  test("each message can be followed by its own id", async () => {
    const { batchId } = await sendBulk(mobiles(3));
    const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
    expect(body.messages.map(({ to }: { to: string }) => to)).toEqual(mobiles(3).reverse());
    for (const { messageId, to } of body.messages) {
      const { body: message } = await sandbox.api.get(`/sms/status/${messageId}`);
      expect(message).toMatchObject({ messageId, to, status: "queued", credits: 1 });
    }
  });
});

describe("how many one request may hold", () => {
  test.each([
    ["Starter", 1_000],
    ["Growth", 5_000],
    ["Enterprise", 10_000],
  ])("on the plan %s it is %i", async (plan, most) => {
    await sandbox.control.patch("/accounts/demo", { plan });
    expect(await sendBulk(mobiles(most))).toMatchObject({ total: most, queued: most });
    const { error } = await sendBulk(mobiles(most + 1));
    expect(error.code).toBe("INVALID_REQUEST");
    expect(error.message).toContain(`at most ${most} items`);
    expect((await sandbox.control.get("/health")).body.messages).toBe(most);
  });

  test("the largest batch is delivered to the last message", async () => {
    await sandbox.control.patch("/accounts/demo", { plan: "Enterprise" });
    const { batchId } = await sendBulk(mobiles(10_000));
    await sandbox.pass(60);
    expect(await batch(batchId)).toMatchObject({
      delivered: 10_000,
      deliveryRate: "100.0%",
      completedAt: "2026-06-23T04:30:21Z",
    });
  });
});

test("a batch is found by the account that has sent it, and no other", async () => {
  await sandbox.control.post("/seed", {
    accounts: [{ accountId: "shop", keys: [{ key: "gcm_test_shop" }] }],
  });
  const { batchId } = await sendBulk(mobiles(1));
  const shop = sandbox.withKey("gcm_test_shop");
  for (const call of [shop.get(`/sms/batch/${batchId}`), shop.delete(`/sms/schedule/${batchId}`)]) {
    const { status, body } = await call;
    expect([status, body.error.code]).toEqual([404, "NOT_FOUND"]);
  }
  const { messageId } = (await sandbox.api.post("/sms/send", otp)).body;
  const unknown = messageId.replace("msg", "batch");
  expect((await sandbox.api.get(`/sms/batch/${unknown}`)).status).toBe(404);
});

test("the control API lists batches with their state", async () => {
  const states = async () => {
    const { body } = await sandbox.control.get("/accounts/demo/batches");
    return body.batches.map(({ state }: { state: string }) => state);
  };
  await sendBulk(mobiles(1));
  await sandbox.pass(2);
  await sendBulk(mobiles(1));
  const scheduleAt = "2026-06-24T09:00:00+05:30";
  await sendBulk(mobiles(1), { scheduleAt });
  const { batchId } = await sendBulk(mobiles(2), { scheduleAt });
  await sandbox.api.delete(`/sms/schedule/${batchId}`);
  expect(await states()).toEqual(["cancelled", "scheduled", "sending", "completed"]);
  const { body } = await sandbox.control.get("/accounts/demo/batches?limit=1");
  expect(body.batches[0]).toEqual({
    batchId,
    state: "cancelled",
    total: 2,
    delivered: 0,
    failed: 2,
    pending: 0,
    deliveryRate: "0.0%",
    credits: 2,
    senderId: "GCMDIA",
    templateId: otp.templateId,
    type: "transactional",
    text: "Your OTP is 482910. Valid for 10 minutes. - GCMDIA",
    acceptedAt: "2026-06-23T04:30:02.000Z",
    scheduledAt: "2026-06-24T03:30:00.000Z",
    completedAt: "2026-06-23T04:30:02.000Z",
  });
});

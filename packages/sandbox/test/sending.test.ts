import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { magicRecipients } from "../src/magic-recipients.ts";
import { magicNumber } from "./magic-number.ts";
import { hindi, otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const send = async (change: object = {}) =>
  (await sandbox.api.post("/sms/send", { ...otp, ...change })).body;
const status = async (messageId: string) =>
  (await sandbox.api.get(`/sms/status/${messageId}`)).body;

describe("a message on its way", () => {
  test("it is queued, dispatched and delivered, each at its time", async () => {
    const accepted = await send();
    expect(accepted).toEqual({
      messageId: expect.stringMatching(/^gcm_msg_[0-9a-f]{10}$/),
      to: otp.to,
      status: "queued",
      queuedAt: "2026-06-23T04:30:00Z",
      credits: 1,
    });
    const { messageId } = accepted;
    const queued = {
      messageId,
      to: otp.to,
      status: "queued",
      queuedAt: "2026-06-23T04:30:00Z",
      credits: 1,
    };
    expect(await status(messageId)).toEqual(queued);
    await sandbox.pass(0.999);
    expect(await status(messageId)).toEqual(queued);
    await sandbox.pass(0.001);
    const dispatched = {
      ...queued,
      status: "dispatched",
      sentAt: "2026-06-23T04:30:01Z",
      operator: expect.stringMatching(/^(Jio|Airtel|Vi|BSNL)$/),
    };
    expect(await status(messageId)).toEqual(dispatched);
    await sandbox.pass(0.999);
    expect(await status(messageId)).toEqual(dispatched);
    await sandbox.pass(0.001);
    const delivered = { ...dispatched, status: "delivered", deliveredAt: "2026-06-23T04:30:02Z" };
    expect(await status(messageId)).toEqual(delivered);
    await sandbox.pass(1_000_000);
    expect(await status(messageId)).toEqual(delivered);
  });

  test("the delays are those of the settings when it was accepted", async () => {
    await sandbox.control.patch("/settings", { delays: { queueMs: 60_000, carrierMs: 0 } });
    const { messageId } = await send();
    await sandbox.control.patch("/settings", { delays: { queueMs: 0 } });
    await sandbox.pass(59.999);
    expect(await status(messageId)).toMatchObject({ status: "queued" });
    await sandbox.pass(0.001);
    expect(await status(messageId)).toMatchObject({ status: "delivered" });
    // Without any delay it has arrived by the time that anyone asks.
    expect(await status((await send()).messageId)).toMatchObject({ status: "delivered" });
  });

  test("a scheduled one waits in the queue until its time", async () => {
    const scheduleAt = "2026-06-23T11:00:00+05:30"; // in an hour
    const { messageId, queuedAt } = await send({ scheduleAt });
    expect(queuedAt).toBe("2026-06-23T04:30:00Z");
    await sandbox.pass(3_600.999);
    expect(await status(messageId)).toMatchObject({ status: "queued" });
    await sandbox.pass(0.001);
    expect(await status(messageId)).toMatchObject({
      status: "dispatched",
      sentAt: "2026-06-23T05:30:01Z",
    });
  });

  test("a long text costs a credit for each of its segments", async () => {
    const text = "{#var#}".repeat(8);
    const template = { senderId: "GCMDIA", type: "transactional", text };
    await sandbox.control.put("/accounts/demo/templates/77", template);
    const long = { message: "x".repeat(161), templateId: "77" };
    expect(await send(long)).toMatchObject({ credits: 2 });
    expect(await send({ ...long, message: "x".repeat(160) })).toMatchObject({ credits: 1 });
    expect(await send(hindi)).toMatchObject({ credits: 1 });
    expect(await send({ ...long, message: "ह".repeat(71), unicode: true })).toMatchObject({
      credits: 2,
    });
  });
});

describe("an id", () => {
  test("is of one message and one account", async () => {
    await sandbox.control.post("/seed", {
      accounts: [{ accountId: "shop", keys: [{ key: "gcm_test_shop" }] }],
    });
    const { messageId } = await send();
    const other = await sandbox.withKey("gcm_test_shop").get(`/sms/status/${messageId}`);
    expect(other.status).toBe(404);
    expect(other.body.error).toMatchObject({ code: "NOT_FOUND" });
    for (const unknown of ["gcm_msg_0000000000", "gcm_msg_x"])
      expect((await sandbox.api.get(`/sms/status/${unknown}`)).status).toBe(404);
  });

  test("never comes twice", async () => {
    const ids: string[] = [];
    for (let sent = 0; sent < 50; sent++) ids.push((await send()).messageId);
    expect(new Set(ids).size).toBe(50);
  });
});

describe("each magic recipient", () => {
  test.each(magicRecipients)("$to: $effect", async ({ to, error, unreachable, ...magic }) => {
    const before = await sandbox.credits();
    const answer = await sandbox.api.post("/sms/send", { ...otp, to });
    const code = unreachable ? "INVALID_NUMBER" : error;
    if (code !== undefined) {
      expect(answer.body.error.code).toBe(code);
      expect(answer.headers.has("retry-after")).toBe(code === "RATE_LIMIT_EXCEEDED");
      expect(await sandbox.credits()).toBe(before);
      expect((await sandbox.control.get("/health")).body.messages).toBe(0);
      return;
    }
    expect(answer.status).toBe(200);
    const { messageId } = answer.body;
    await sandbox.pass(1);
    const afterQueue = magic.stuck === "queued" ? "queued" : "dispatched";
    expect(await status(messageId)).toMatchObject({ status: afterQueue });
    await sandbox.pass(1);
    const ending = magic.stuck ?? (magic.slow ? "dispatched" : (magic.ending ?? "delivered"));
    expect(await status(messageId)).toMatchObject({ status: ending });
    await sandbox.pass(7_200);
    const final = await status(messageId);
    expect(final.status).toBe(magic.slow ? "delivered" : ending);
    expect(final.failReason).toBe(magic.failReason);
    const isBack = magic.ending === "rejected";
    expect(await sandbox.credits()).toBe(before - (isBack ? 0 : 1));
  });
});

describe("the end by hand", () => {
  const end = (messageId: string, body: object) =>
    sandbox.control.post(`/accounts/demo/messages/${messageId}/ending`, body);

  test("it comes at once, and is final", async () => {
    for (const wait of [0, 1]) {
      const { messageId } = await send();
      await sandbox.pass(wait);
      const { body } = await end(messageId, { status: "failed", failReason: "Lost" });
      expect(body).toMatchObject({ messageId, status: "failed", failReason: "Lost" });
      expect(body.endedAt).toBe((await sandbox.control.get("/clock")).body.now);
      await sandbox.pass(3_600);
      expect(await status(messageId)).toMatchObject({ status: "failed", failReason: "Lost" });
      const again = await end(messageId, { status: "delivered" });
      expect([again.status, again.body.error.message]).toEqual([
        409,
        `The message ${messageId} is final already.`,
      ]);
    }
  });

  test("it moves on what is stuck", async () => {
    const { messageId } = await send({ to: magicNumber("Stuck in the queue") });
    await sandbox.pass(3_600);
    await end(messageId, { status: "delivered" });
    expect(await status(messageId)).toMatchObject({
      status: "delivered",
      sentAt: "2026-06-23T05:30:00Z",
      deliveredAt: "2026-06-23T05:30:00Z",
    });
  });

  test("a rejection gives the credits back, once", async () => {
    const before = await sandbox.credits();
    const { messageId } = await send({ to: magicNumber("for its template") });
    await end(messageId, { status: "rejected" });
    expect(await sandbox.credits()).toBe(before);
    await sandbox.pass(3_600);
    expect(await sandbox.credits()).toBe(before);
    expect(await status(messageId)).toMatchObject({ failReason: "Ended by hand" });
  });

  test("another end than the planned rejection gives nothing back", async () => {
    const before = await sandbox.credits();
    const { messageId } = await send({ to: magicNumber("for its template") });
    await end(messageId, { status: "delivered" });
    await sandbox.pass(3_600);
    expect(await status(messageId)).toMatchObject({ status: "delivered" });
    expect(await sandbox.credits()).toBe(before - 1);
  });

  test("what is no ending is refused", async () => {
    const { messageId } = await send();
    const withReason = await end(messageId, { status: "delivered", failReason: "No" });
    expect(withReason.body.error.message).toContain("Leave it out.");
    expect((await end(messageId, { status: "queued" })).status).toBe(400);
    expect((await end("gcm_msg_0000000000", { status: "failed" })).status).toBe(404);
  });
});

test("the control API shows a message with all there is to it", async () => {
  const { messageId } = await send({ to: magicNumber("handset is full") });
  await sandbox.pass(2);
  const { body } = await sandbox.control.get(`/accounts/demo/messages/${messageId}`);
  expect(body).toEqual({
    messageId,
    batchId: null,
    to: magicNumber("handset is full"),
    senderId: otp.senderId,
    templateId: otp.templateId,
    type: otp.type,
    unicode: false,
    text: "Your OTP is 482910. Valid for 10 minutes. - GCMDIA",
    segments: 1,
    credits: 1,
    status: "failed",
    queuedAt: "2026-06-23T04:30:00.000Z",
    scheduledAt: null,
    sentAt: "2026-06-23T04:30:01.000Z",
    endedAt: "2026-06-23T04:30:02.000Z",
    operator: expect.any(String),
    failReason: "Handset memory full",
  });
});

import { readDocument } from "@getclickmedia/sms-document";
import { beforeAll, describe, expect, test } from "vitest";
import { otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

const states = Object.keys((await readDocument())["x-gcm-states"]);

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});

const enter = (state: string) => sandbox.control.post("/states", { state });

test.each(states)("the state %s is entered from any other, again and again", async (state) => {
  for (const before of ["carrier-down", "batch-scheduled", state]) {
    await enter(before);
    expect((await enter(state)).status).toBe(204);
  }
});

test("an unknown state is refused, and leaves all as it is", async () => {
  await enter("batch-in-progress");
  const { status, body } = await enter("holiday");
  expect(status).toBe(400);
  expect(body.error.message).toContain(
    "The field state must be one of account-ready, batch-in-progress, ",
  );
  expect((await sandbox.control.get("/health")).body.messages).toBe(1_000);
});

describe("in a state the document's examples hold", () => {
  test("a batch is on its way", async () => {
    await enter("batch-in-progress");
    expect((await sandbox.api.get("/sms/batch/gcm_batch_xyz789")).body).toEqual({
      batchId: "gcm_batch_xyz789",
      total: 1_000,
      delivered: 967,
      failed: 18,
      pending: 15,
      deliveryRate: "96.7%",
      completedAt: null,
    });
    expect((await sandbox.api.delete("/sms/schedule/gcm_batch_xyz789")).status).toBe(409);
  });

  test("a batch waits, and goes out at its time unless it is cancelled", async () => {
    await enter("batch-scheduled");
    expect((await sandbox.control.get("/clock")).body.now).toBe("2026-06-23T03:30:00.000Z");
    await sandbox.advance({ to: "2026-06-24T09:00:02+05:30" });
    expect((await sandbox.api.get("/sms/batch/gcm_batch_xyz789")).body).toMatchObject({
      delivered: 3,
    });
    await enter("batch-scheduled");
    expect((await sandbox.api.delete("/sms/schedule/gcm_batch_xyz789")).body).toEqual({
      cancelled: true,
      batchId: "gcm_batch_xyz789",
    });
  });

  test("messages have the ids and statuses that the examples show", async () => {
    await enter("account-ready");
    const status = async (messageId: string) =>
      (await sandbox.api.get(`/sms/status/${messageId}`)).body.status;
    expect(await status("gcm_msg_1a2b3c4d5e")).toBe("delivered");
    expect(await status("gcm_msg_2b3c4d5e6f")).toBe("queued");
    expect(await status("gcm_msg_3c4d5e6f7a")).toBe("dispatched");
    expect(await status("gcm_msg_4d5e6f7a8b")).toBe("failed");
    expect(await status("gcm_msg_5e6f7a8b9c")).toBe("rejected");
    await sandbox.pass(1_000_000);
    expect(await status("gcm_msg_2b3c4d5e6f")).toBe("queued");
  });

  test.each([
    ["carrier-down", 500, "GATEWAY_ERROR"],
    ["no-credits", 402, "INSUFFICIENT_CREDITS"],
    ["rate-exceeded", 429, "RATE_LIMIT_EXCEEDED"],
    ["route-closed", 403, "ROUTE_FORBIDDEN"],
  ])("%s answers a send with %i %s", async (state, status, code) => {
    await enter(state);
    const answer = await sandbox.api.post("/sms/send", otp);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    await enter("account-ready");
    expect((await sandbox.api.post("/sms/send", otp)).status).toBe(200);
  });
});

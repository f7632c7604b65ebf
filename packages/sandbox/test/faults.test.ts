import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const inject = async (fault: object) => (await sandbox.control.post("/faults", fault)).body;
const list = async () => (await sandbox.control.get("/faults")).body.faults;
const send = () => sandbox.api.post("/sms/send", otp);
const countMessages = async () => (await sandbox.control.get("/health")).body.messages;

test("an error answers so many calls, and accepts nothing", async () => {
  const fault = await inject({ effect: { error: "GATEWAY_ERROR" }, operationId: "send", times: 2 });
  expect(fault).toEqual({
    faultId: expect.any(String),
    effect: { error: "GATEWAY_ERROR" },
    operationId: "send",
    accountId: null,
    timesLeft: 2,
  });
  expect((await send()).body.error).toMatchObject({ code: "GATEWAY_ERROR" });
  expect((await sandbox.api.get("/account/balance")).status).toBe(200);
  expect(await list()).toEqual([{ ...fault, timesLeft: 1 }]);
  expect((await send()).status).toBe(500);
  expect((await send()).status).toBe(200);
  expect(await list()).toEqual([]);
  expect(await countMessages()).toBe(1);
  expect(await sandbox.credits()).toBe(48_249);
});

test("RATE_LIMIT_EXCEEDED says when to come again", async () => {
  await inject({ effect: { error: "RATE_LIMIT_EXCEEDED" }, times: 1 });
  const { status, headers } = await send();
  expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
});

test("a redirect answers as the API answers plain HTTP", async () => {
  await inject({ effect: { redirect: "https" }, times: 1 });
  const { status, headers, body } = await sandbox.api.get("/sms/status/gcm_msg_1");
  expect([status, body]).toEqual([301, undefined]);
  expect(headers.get("location")).toBe("https://api.getclickmedia.com/v1/sms/status/gcm_msg_1");
});

describe("a cut connection", () => {
  test("before, the call has had no effect", async () => {
    await inject({ effect: { reset: "before" }, times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await countMessages()).toBe(0);
    expect(await sandbox.credits()).toBe(48_250);
  });

  test("after, it has", async () => {
    await inject({ effect: { reset: "after" }, times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await countMessages()).toBe(1);
    expect(await sandbox.credits()).toBe(48_249);
  });
});

describe("a delay", () => {
  test("holds the answer back in real time, and no other", async () => {
    await inject({ effect: { delayMs: 300 }, operationId: "send", times: 1 });
    const started = performance.now();
    const slow = send();
    expect((await sandbox.api.get("/account/balance")).status).toBe(200);
    expect((await slow).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(295);
  });

  test("over a call that was given up has no effect", async () => {
    await inject({ effect: { delayMs: 100 }, times: 1 });
    const headers = { "x-api-key": sandbox.apiKey ?? "", "content-type": "application/json" };
    const init = {
      method: "POST",
      headers,
      body: JSON.stringify(otp),
      signal: AbortSignal.timeout(20),
    };
    await expect(fetch(`${sandbox.url}/sms/send`, init)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await countMessages()).toBe(0);
  });
});

test("a fault may meet one account only", async () => {
  await sandbox.control.post("/seed", {
    accounts: [{ accountId: "shop", keys: [{ key: "gcm_test_shop" }] }],
  });
  await inject({ effect: { error: "GATEWAY_ERROR" }, accountId: "shop" });
  expect((await sandbox.withKey("gcm_test_shop").get("/account/balance")).status).toBe(500);
  expect((await send()).status).toBe(200);
});

test("what is refused anyway uses no fault up", async () => {
  await inject({ effect: { error: "GATEWAY_ERROR" }, times: 1 });
  expect((await sandbox.api.post("/sms/send", {})).status).toBe(400);
  expect((await sandbox.withKey("gcm_test_x").get("/account/balance")).status).toBe(401);
  expect(await list()).toMatchObject([{ timesLeft: 1 }]);
});

test("faults are mended one by one, or all at once", async () => {
  const [first, second] = [
    await inject({ effect: { error: "GATEWAY_ERROR" } }),
    await inject({ effect: { delayMs: 1 } }),
  ];
  expect((await sandbox.control.delete(`/faults/${first.faultId}`)).status).toBe(204);
  expect((await sandbox.control.delete(`/faults/${first.faultId}`)).status).toBe(404);
  expect(await list()).toEqual([second]);
  expect((await sandbox.control.delete("/faults")).status).toBe(204);
  expect(await list()).toEqual([]);
});

test.each([
  [{ effect: { error: "OUT_OF_PAPER" } }, "The field effect.error must be one of INVALID_NUMBER, "],
  [
    { effect: { error: "GATEWAY_ERROR" }, operationId: "fax" },
    "The field operationId must be one of send, ",
  ],
  [
    { effect: { error: "GATEWAY_ERROR" }, accountId: "nobody" },
    "The field accountId names no account",
  ],
  [{ effect: { delayMs: 0 } }, "The field effect.delayMs must be >= 1."],
  [{ effect: { reset: "soon" } }, "The field effect.reset must be one of before, after."],
  [{ effect: { error: "GATEWAY_ERROR", delayMs: 5 } }, "The field "],
  [{ effect: { error: "GATEWAY_ERROR" }, times: 0 }, "The field times must be >= 1."],
  [{}, "The required field effect is missing."],
])("%j is no fault", async (fault, why) => {
  const { status, body } = await sandbox.control.post("/faults", fault);
  expect(status).toBe(400);
  expect(body.error.message).toContain(why);
  expect(await list()).toEqual([]);
});

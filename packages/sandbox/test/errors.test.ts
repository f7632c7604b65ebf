import { errorCodes } from "@getclickmedia/sms-types";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bulk, mobiles, otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const without = (field: keyof typeof otp) => ({ ...otp, [field]: undefined });

/** Calls that are refused: what is wrong, the call, its status, code, and what the message names. */
const refused: [string, string, string, unknown, number, keyof typeof errorCodes, string][] = [
  ["a missing field", "POST", "/sms/send", without("senderId"), 400, "MISSING_FIELD", "senderId"],
  ["an empty body", "POST", "/sms/send", "", 400, "INVALID_REQUEST", "body"],
  ["no JSON", "POST", "/sms/send", "{", 400, "INVALID_REQUEST", "JSON"],
  ["a list", "POST", "/sms/send", [], 400, "INVALID_REQUEST", "object"],
  [
    "an unknown field",
    "POST",
    "/sms/send",
    { ...otp, sender: "x" },
    400,
    "INVALID_REQUEST",
    "sender",
  ],
  [
    "a bad number",
    "POST",
    "/sms/send",
    { ...otp, to: "+919876543210" },
    400,
    "INVALID_NUMBER",
    "to",
  ],
  [
    "a bad number in a list",
    "POST",
    "/sms/bulk",
    bulk([...mobiles(2), "91"]),
    400,
    "INVALID_NUMBER",
    "recipients[2]",
  ],
  ["no recipients", "POST", "/sms/bulk", bulk([]), 400, "INVALID_REQUEST", "recipients"],
  ["another type", "POST", "/sms/send", { ...otp, type: "otp" }, 400, "INVALID_REQUEST", "type"],
  [
    "a text for a flag",
    "POST",
    "/sms/send",
    { ...otp, unicode: "yes" },
    400,
    "INVALID_REQUEST",
    "unicode",
  ],
  ["a bad message id", "GET", "/sms/status/abc", undefined, 400, "INVALID_REQUEST", "messageId"],
  ["a bad batch id", "GET", "/sms/batch/gcm_msg_1", undefined, 400, "INVALID_REQUEST", "batchId"],
  ["an unknown query", "GET", "/account/balance?a=1", undefined, 400, "INVALID_REQUEST", "a"],
  ["an unknown path", "GET", "/sms/nothing", undefined, 404, "NOT_FOUND", "path"],
  ["another method", "GET", "/sms/send", undefined, 405, "INVALID_REQUEST", "POST"],
  ["an unknown message", "GET", "/sms/status/gcm_msg_1", undefined, 404, "NOT_FOUND", "gcm_msg_1"],
  ["an unknown batch", "GET", "/sms/batch/gcm_batch_1", undefined, 404, "NOT_FOUND", "gcm_batch_1"],
];

test.each(refused)(
  "%s is refused as the guide has it",
  async (_, method, path, body, ...expected) => {
    const [status, code, named] = expected;
    const before = await sandbox.credits();
    const [first, second] = [
      await sandbox.api(method, path, body),
      await sandbox.api(method, path, body),
    ];
    expect([first.status, first.body.error.code]).toEqual([status, code]);
    expect(Object.keys(first.body)).toEqual(["error"]);
    expect(Object.keys(first.body.error)).toEqual(["code", "message", "requestId"]);
    expect(first.body.error.message).toMatch(/^[A-Z].*\.$/);
    expect(first.body.error.message).toContain(named);
    expect(first.body.error.requestId).not.toBe(second.body.error.requestId);
    expect(await sandbox.credits()).toBe(before);
    expect((await sandbox.control.get("/health")).body.messages).toBe(0);
  },
);

test("another content type is refused", async () => {
  const { status, body } = await sandbox.api("POST", "/sms/send", "to=1", {
    "content-type": "application/x-www-form-urlencoded",
  });
  expect([status, body.error.code]).toEqual([415, "INVALID_REQUEST"]);
});

test("a body over the limit is refused", async () => {
  const large = JSON.stringify(otp).padEnd(2_000_000);
  const { status, body } = await sandbox.api("POST", "/sms/send", large);
  expect([status, body.error.code]).toEqual([413, "INVALID_REQUEST"]);
});

test("the key is looked at before the body, and the account's limit before both", async () => {
  expect((await sandbox.withKey("gcm_test_x").post("/sms/send", {})).status).toBe(401);
  await sandbox.control.patch("/accounts/demo", { requestsPerSecond: 1 });
  await sandbox.api.get("/account/balance");
  expect((await sandbox.api.post("/sms/send", {})).status).toBe(429);
});

describe("request ids", () => {
  test("are fresh in a thousand errors, of both APIs, and over a reset", async () => {
    await sandbox.control.patch("/accounts/demo", { requestsPerSecond: 1_000 });
    const calls = Array.from({ length: 1_000 }, (_, index) =>
      index % 2 === 0
        ? sandbox.api.get("/sms/status/gcm_msg_1")
        : sandbox.control.get("/accounts/nobody"),
    );
    const before = (await Promise.all(calls)).map(({ body }) => body.error.requestId);
    await sandbox.reset();
    const after = (await sandbox.api.get("/sms/status/gcm_msg_1")).body.error.requestId;
    expect(new Set([...before, after]).size).toBe(1_001);
  });
});

test("an error that no operation causes can be asked for, and is as the catalogue has it", async () => {
  for (const [code, { status }] of Object.entries(errorCodes)) {
    await sandbox.control.post("/faults", { effect: { error: code }, times: 1 });
    const answer = await sandbox.control.get("/faults");
    expect(answer.body.faults).toHaveLength(1);
    const response = await fetch(`${sandbox.url}/account/balance`, {
      headers: { "x-api-key": sandbox.apiKey ?? "" },
    });
    const { error } = (await response.json()) as { error: { code: string } };
    expect([response.status, error.code]).toEqual([status, code]);
  }
});

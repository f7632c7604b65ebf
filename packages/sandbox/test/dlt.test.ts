import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { otp, sale } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const send = (change: object = {}) => sandbox.api.post("/sms/send", { ...otp, ...change });
const refusal = async (change: object) => {
  const { status, body } = await send(change);
  return { status, ...body.error };
};
const putTemplate = (templateId: string, template: object) =>
  sandbox.control.put(`/accounts/demo/templates/${templateId}`, {
    senderId: "GCMDIA",
    type: "transactional",
    ...template,
  });

describe("a text that differs from its template", () => {
  test.each([
    ["Your OTP was 482910. Valid for 10 minutes. — GCMDIA", 'At position 9 the template has "is "'],
    ["OTP is 482910. Valid for 10 minutes. — GCMDIA", "At position 0 the template has"],
    [`Your OTP is ${"4".repeat(31)}. Valid for 10 minutes. — GCMDIA`, "Variable 1 ({#var#})"],
    ["Your OTP is 482910. Valid for  minutes. — GCMDIA", "Variable 2 ({#var#}) is empty"],
    ["Your OTP is 482910. Valid for 10 minutes.", "The message ends at position 41"],
    [`${otp.message}!`, "The message goes on at position 50"],
  ])("%j is refused, and it says which part", async (message, part) => {
    const { status, code, message: why } = await refusal({ message });
    expect([status, code]).toEqual([422, "TEMPLATE_MISMATCH"]);
    expect(why).toContain(`does not match the DLT template ${otp.templateId}. ${part}`);
    expect(why).not.toContain("482910");
    expect(await sandbox.credits()).toBe(48_250);
  });

  test("it passes where the settings let matching be lenient", async () => {
    const message = "your  otp is 482910. valid for 10 minutes. - gcmdia";
    expect(await refusal({ message })).toMatchObject({ code: "TEMPLATE_MISMATCH" });
    await sandbox.control.patch("/settings", { matching: "lenient" });
    expect((await send({ message })).status).toBe(200);
    await sandbox.control.patch("/settings", { matching: "strict" });
    expect((await send({ message })).status).toBe(422);
    await sandbox.control.patch("/settings", { matching: null });
    expect((await send({ message })).status).toBe(422);
  });
});

describe("a template", () => {
  test("that is not registered, not approved, of another type or header is refused", async () => {
    expect(await refusal({ templateId: "1" })).toMatchObject({ code: "TEMPLATE_MISMATCH" });
    expect(await refusal({ type: "promotional" })).toMatchObject({
      code: "TEMPLATE_MISMATCH",
      message: expect.stringContaining("is transactional, and the message is promotional"),
    });
    await sandbox.control.put("/accounts/demo/headers/OTHERS", {});
    expect(await refusal({ senderId: "OTHERS" })).toMatchObject({
      code: "TEMPLATE_MISMATCH",
      message: expect.stringContaining("is registered for GCMDIA, not for OTHERS"),
    });
    await putTemplate(otp.templateId, { text: "Hello", approved: false });
    expect(await refusal({})).toMatchObject({
      code: "TEMPLATE_MISMATCH",
      message: expect.stringContaining("is not approved yet"),
    });
  });

  test("holds from the moment that it is registered until it is removed", async () => {
    const hello = { message: "Hello Asha!", templateId: "7" };
    expect((await send(hello)).status).toBe(422);
    const { body } = await putTemplate("7", { text: "Hello {#var#}!" });
    expect(body).toEqual({
      templateId: "7",
      senderId: "GCMDIA",
      type: "transactional",
      text: "Hello {#var#}!",
      approved: true,
    });
    expect((await send(hello)).status).toBe(200);
    await putTemplate("7", { text: "Hello dear {#var#}!" });
    expect((await send(hello)).status).toBe(422);
    await putTemplate("7", { text: "Hello {#var#}!" });
    expect((await sandbox.control.delete("/accounts/demo/templates/7")).status).toBe(204);
    expect((await send(hello)).status).toBe(422);
    expect((await sandbox.control.delete("/accounts/demo/templates/7")).status).toBe(404);
  });

  test("that DLT would not take is not registered", async () => {
    const bad = await putTemplate("7", { text: "Hello {#colour#}" });
    expect([bad.status, bad.body.error.code]).toEqual([400, "INVALID_REQUEST"]);
    expect(bad.body.error.message).toMatch(/^The field text is not valid\. .*colour/);
    const type = await putTemplate("7", { text: "Hello", type: "service" });
    expect(type.body.error.message).toBe(
      "The field type must be one of transactional, promotional.",
    );
    const { body } = await sandbox.control.get("/accounts/demo/templates");
    expect(body.templates).toHaveLength(4);
  });

  test("is of one account only", async () => {
    await sandbox.control.post("/seed", {
      accounts: [{ accountId: "shop", keys: [{ key: "gcm_test_shop" }], credits: 5 }],
    });
    const answer = await sandbox.withKey("gcm_test_shop").post("/sms/send", otp);
    expect(answer.body.error.code).toBe("SENDER_NOT_REGISTERED");
  });
});

describe("a sender header", () => {
  test("that is unknown or not approved is refused, before its template is looked at", async () => {
    expect(await refusal({ senderId: "NOBODY", templateId: "1" })).toMatchObject({
      status: 422,
      code: "SENDER_NOT_REGISTERED",
      message: expect.stringContaining("is not registered on DLT"),
    });
    await sandbox.control.put("/accounts/demo/headers/GCMDIA", { approved: false });
    expect(await refusal({})).toMatchObject({
      code: "SENDER_NOT_REGISTERED",
      message: expect.stringContaining("is not approved on DLT yet"),
    });
    await sandbox.control.put("/accounts/demo/headers/GCMDIA", { approved: true });
    expect((await send()).status).toBe(200);
    await sandbox.control.delete("/accounts/demo/headers/GCMDIA");
    expect(await refusal({})).toMatchObject({ code: "SENDER_NOT_REGISTERED" });
    expect((await sandbox.control.delete("/accounts/demo/headers/GCMDIA")).status).toBe(404);
  });
});

describe("promotional hours", () => {
  const sendSale = async () => (await sandbox.api.post("/sms/bulk", sale())).body.batchId;
  const outcome = async () => {
    const batchId = await sendSale();
    await sandbox.pass(2);
    const { body } = await sandbox.control.get(`/accounts/demo/messages?batchId=${batchId}`);
    return body.messages.map(
      ({ status, failReason }: { status: string; failReason: string | null }) =>
        failReason === null ? status : `${status}: ${failReason}`,
    );
  };

  test("there are none unless the settings have them", async () => {
    await sandbox.advance({ to: "2026-06-24T03:00:00+05:30" });
    expect(await outcome()).toEqual(["delivered", "delivered"]);
  });

  test("outside of them the operator rejects promotional messages, and the credits come back", async () => {
    const before = await sandbox.credits();
    await sandbox.control.patch("/settings", { promotionalHours: { from: "10:30", to: "21:00" } });
    const rejected = "rejected: Promotional messages go out from 10:30 to 21:00";
    expect(await outcome()).toEqual([rejected, rejected]);
    expect(await sandbox.credits()).toBe(before);
    const { messageId } = (await send()).body;
    await sandbox.pass(2);
    const { body } = await sandbox.api.get(`/sms/status/${messageId}`);
    expect(body.status).toBe("delivered");
    await sandbox.advance({ to: "2026-06-23T10:30:00+05:30" });
    expect(await outcome()).toEqual(["delivered", "delivered"]);
    await sandbox.control.patch("/settings", { promotionalHours: null });
    await sandbox.advance({ to: "2026-06-24T03:00:00+05:30" });
    expect(await outcome()).toEqual(["delivered", "delivered"]);
  });
});

describe("a route", () => {
  test("that the account does not have is forbidden, before DLT is asked", async () => {
    await sandbox.control.patch("/accounts/demo", { routes: ["transactional"] });
    const { status, body } = await sandbox.api.post("/sms/bulk", { ...sale(), senderId: "NOBODY" });
    expect([status, body.error.code]).toEqual([403, "ROUTE_FORBIDDEN"]);
    expect(body.error.message).toContain("may not send promotional messages");
    expect((await send()).status).toBe(200);
    await sandbox.control.patch("/accounts/demo", { routes: [] });
    expect((await send()).status).toBe(403);
  });
});

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

const grant = (amount: number, note?: string) =>
  sandbox.control.post("/accounts/demo/credits", { amount, ...(note && { note }) });
/** Leaves an account so many credits. */
const leave = async (credits: number) => grant(credits - (await sandbox.credits()));

test("the balance is what the account has, with its plan and last day", async () => {
  const { body } = await sandbox.api.get("/account/balance");
  expect(body).toEqual({ credits: 48_250, plan: "Growth", expiresAt: "2026-12-31" });
});

test("every change is an entry, with the balance after it", async () => {
  const { messageId } = (await sandbox.api.post("/sms/send", otp)).body;
  const rejected = (
    await sandbox.api.post("/sms/send", { ...otp, to: magicNumber("for its template") })
  ).body;
  const { batchId } = (await sandbox.api.post("/sms/bulk", bulk(mobiles(4)))).body;
  await grant(10, "A gift");
  await sandbox.pass(2);
  const at = "2026-06-23T04:30:00.000Z";
  const none = { messageId: null, batchId: null, note: null };
  const entries = await sandbox.ledger();
  expect(entries).toEqual(
    [
      { ...none, at, kind: "grant", amount: 48_250, balance: 48_250, note: "First credits" },
      { ...none, at, kind: "send", amount: -1, balance: 48_249, messageId },
      { ...none, at, kind: "send", amount: -1, balance: 48_248, messageId: rejected.messageId },
      { ...none, at, kind: "send", amount: -4, balance: 48_244, batchId },
      { ...none, at, kind: "grant", amount: 10, balance: 48_254, note: "A gift" },
      {
        ...none,
        at: "2026-06-23T04:30:02.000Z",
        kind: "refund",
        amount: 1,
        balance: 48_255,
        messageId: rejected.messageId,
        note: "Template not approved for this header",
      },
    ].map((entry) => ({ entryId: expect.stringMatching(/^led_[0-9a-f]{10}$/), ...entry })),
  );
  expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
});

test("the ledger is read page by page, newest first", async () => {
  for (let amount = 1; amount <= 5; amount++) await grant(amount);
  const amounts: number[] = [];
  let next: string | null = "";
  while (next !== null) {
    const before = next === "" ? "" : `&before=${next}`;
    const { body } = await sandbox.control.get(`/accounts/demo/ledger?limit=4${before}`);
    amounts.push(...body.entries.map(({ amount }: { amount: number }) => amount));
    next = body.next;
  }
  expect(amounts).toEqual([5, 4, 3, 2, 1, 48_250]);
});

describe("what the balance does not cover", () => {
  test("is refused whole, and charged nothing", async () => {
    await leave(2);
    const { status, body } = await sandbox.api.post("/sms/bulk", bulk(mobiles(3)));
    expect([status, body.error.code]).toEqual([402, "INSUFFICIENT_CREDITS"]);
    expect(body.error.message).toContain("costs 3 credits, and the account has 2 left");
    expect(await sandbox.credits()).toBe(2);
    expect((await sandbox.control.get("/health")).body.messages).toBe(0);
    expect((await sandbox.api.post("/sms/bulk", bulk(mobiles(2)))).status).toBe(200);
    expect((await sandbox.api.post("/sms/send", otp)).status).toBe(402);
    expect(await sandbox.credits()).toBe(0);
  });

  test("is accepted once a refund has come back", async () => {
    await leave(1);
    await sandbox.api.post("/sms/send", { ...otp, to: magicNumber("for its template") });
    expect((await sandbox.api.post("/sms/send", otp)).status).toBe(402);
    await sandbox.pass(2);
    expect((await sandbox.api.post("/sms/send", otp)).status).toBe(200);
  });

  test("cannot be taken by hand either", async () => {
    await leave(5);
    const { status, body } = await grant(-6);
    expect([status, body.error.code]).toEqual([400, "INVALID_REQUEST"]);
    expect(body.error.message).toContain("The account has 5 credits");
    expect((await grant(-5)).status).toBe(200);
    expect(await sandbox.credits()).toBe(0);
  });
});

test("more than stays exact is refused", async () => {
  const most = 1_000_000_000_000_000;
  await sandbox.control.post("/seed", { accounts: [{ accountId: "rich", credits: most - 1 }] });
  const give = (amount: number) => sandbox.control.post("/accounts/rich/credits", { amount });
  expect((await give(2)).status).toBe(400);
  expect((await give(1)).body.balance).toBe(most);
});

describe("the last day of the credits", () => {
  test("of the demo account moves on, and they stay", async () => {
    await sandbox.advance({ to: "2026-12-31T23:59:59.999+05:30" });
    expect((await sandbox.api.get("/account/balance")).body.expiresAt).toBe("2026-12-31");
    for (const [days, expiresAt] of [
      [1, "2028-12-31"],
      [400, "2029-12-31"],
      [400, "2030-12-31"],
    ] as const) {
      await sandbox.pass(days * 86_400);
      const balance = { credits: 48_250, plan: "Growth", expiresAt };
      expect((await sandbox.api.get("/account/balance")).body).toEqual(balance);
      expect((await sandbox.control.get("/accounts/demo")).body).toMatchObject(balance);
    }
    expect((await sandbox.api.post("/sms/send", otp)).status).toBe(200);
    // A change that leaves the day as it is, as a form makes it, leaves that too.
    const change = { name: "Demo", expiresAt: "2030-12-31" };
    await sandbox.control.patch("/accounts/demo", change);
    await sandbox.pass(800 * 86_400);
    expect(await sandbox.credits()).toBe(48_249);
  });

  test("they expire at its end in India", async () => {
    await leave(7);
    await sandbox.control.patch("/accounts/demo", { expiresAt: "2026-12-30" });
    await sandbox.advance({ to: "2026-12-30T23:59:59.999+05:30" });
    expect(await sandbox.credits()).toBe(7);
    await sandbox.pass(0.001);
    expect(await sandbox.credits()).toBe(0);
    expect((await sandbox.ledger()).at(-1)).toMatchObject({
      kind: "expiry",
      amount: -7,
      balance: 0,
      at: "2026-12-30T18:30:00.000Z",
      note: "Expired on 2026-12-30",
    });
    for (const refused of [
      await sandbox.api.post("/sms/send", otp),
      await sandbox.api.post("/sms/bulk", bulk(mobiles(1))),
    ]) {
      expect(refused.status).toBe(402);
      expect(refused.body.error.message).toContain(
        "the account has 0 left, as those that it had expired on 2026-12-30. Add credits",
      );
    }
  });

  test("may be put off, or brought forward", async () => {
    const expiresAt = async (date: string) => {
      const { body } = await sandbox.control.patch("/accounts/demo", { expiresAt: date });
      return body;
    };
    expect(await expiresAt("2027-01-01")).toMatchObject({ expiresAt: "2027-01-01" });
    await sandbox.advance({ to: "2027-01-01T12:00:00+05:30" });
    expect(await sandbox.credits()).toBe(48_250);
    await sandbox.advance({ to: "2027-01-02T00:00:00+05:30" });
    expect(await sandbox.credits()).toBe(0);
    await sandbox.reset();
    expect(await expiresAt("2026-06-22")).toMatchObject({ credits: 0 });
  });

  test("that has passed leaves a new account nothing", async () => {
    const { body } = await sandbox.control.post("/seed", {
      accounts: [{ accountId: "late", credits: 5, expiresAt: "2026-06-22" }],
    });
    expect(body.accounts.at(-1)).toMatchObject({ accountId: "late", credits: 0 });
  });
});

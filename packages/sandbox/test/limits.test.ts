import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const statuses = async (count: number, api = sandbox.api) => {
  const calls = Array.from({ length: count }, () => api.get("/account/balance"));
  return (await Promise.all(calls)).map(({ status }) => status);
};
const passed = (all: number[]) => all.filter((status) => status === 200).length;

describe("requests in a second", () => {
  test.each([
    ["Starter", 10],
    ["Growth", 100],
    ["Enterprise", 500],
  ])("on the plan %s exactly %s pass, and all the others are told to wait", async (plan, limit) => {
    await sandbox.control.patch("/accounts/demo", { plan });
    const all = await statuses(limit + 25);
    expect(passed(all)).toBe(limit);
    expect(all.filter((status) => status === 429)).toHaveLength(25);
  });

  test("a refusal says how long to wait, and that is enough", async () => {
    await sandbox.control.patch("/accounts/demo", { plan: "Starter" });
    await statuses(10);
    const { status, headers, body } = await sandbox.api.post("/sms/send", otp);
    expect([status, body.error.code]).toEqual([429, "RATE_LIMIT_EXCEEDED"]);
    expect(body.error.message).toContain("The plan Starter allows 10 requests per second.");
    expect(body.error.message).toContain("The clock of this sandbox stands still: advance it.");
    expect(headers.get("ratelimit")).toBe('"Starter";r=0;t=1');
    expect(headers.get("ratelimit-policy")).toBe('"Starter";q=10;w=1');
    const retryAfter = headers.get("retry-after");
    expect(retryAfter).toMatch(/^[1-9]\d*$/);
    expect((await sandbox.control.get("/health")).body.messages).toBe(0);
    await sandbox.pass(Number(retryAfter));
    expect(passed(await statuses(12))).toBe(10);
  });

  test("the window slides: what passed late in one second counts in the next", async () => {
    await sandbox.control.patch("/accounts/demo", { plan: "Starter" });
    expect(passed(await statuses(4))).toBe(4);
    await sandbox.pass(0.9);
    expect(passed(await statuses(9))).toBe(6);
    await sandbox.pass(0.099);
    expect(passed(await statuses(5))).toBe(0);
    await sandbox.pass(0.001);
    expect(passed(await statuses(9))).toBe(4);
    await sandbox.pass(0.9);
    expect(passed(await statuses(9))).toBe(6);
  });

  test("an account may have a limit of its own, until it goes back to its plan's", async () => {
    const limit = async (requestsPerSecond: number | null) =>
      (await sandbox.control.patch("/accounts/demo", { requestsPerSecond })).body;
    expect(await limit(3)).toMatchObject({ requestsPerSecond: 3, recipientsPerRequest: 5_000 });
    expect(passed(await statuses(5))).toBe(3);
    expect(await limit(null)).toMatchObject({ requestsPerSecond: 100 });
    expect(passed(await statuses(120))).toBe(97);
  });

  test("each account has its own, whichever of its keys is used", async () => {
    await sandbox.control.post("/seed", {
      accounts: [
        {
          accountId: "shop",
          plan: "Starter",
          keys: [{ key: "gcm_test_a" }, { key: "gcm_test_b" }],
        },
      ],
    });
    expect(passed(await statuses(8, sandbox.withKey("gcm_test_a")))).toBe(8);
    expect(passed(await statuses(8, sandbox.withKey("gcm_test_b")))).toBe(2);
    expect(passed(await statuses(8))).toBe(8);
  });

  test("what is refused for another reason counts, and an unknown key does not", async () => {
    await sandbox.control.patch("/accounts/demo", { plan: "Starter" });
    for (let call = 0; call < 5; call++)
      expect((await sandbox.api.post("/sms/send", {})).status).toBe(400);
    for (let call = 0; call < 5; call++)
      expect((await sandbox.withKey("gcm_test_unknown").get("/account/balance")).status).toBe(401);
    expect(passed(await statuses(9))).toBe(5);
  });

  test("a reset forgets them", async () => {
    await sandbox.control.patch("/accounts/demo", { plan: "Starter" });
    await statuses(20);
    await sandbox.reset();
    expect(passed(await statuses(101))).toBe(100);
  });
});

test("on a running clock no second has more than the limit, and each has that many", async () => {
  const limit = 20;
  const running = await startTestSandbox({
    clock: { speed: 1 },
    config: {
      accounts: [{ accountId: "demo", requestsPerSecond: limit, keys: [{ key: "gcm_test_a" }] }],
    },
  });
  const calls: { asked: number; answered: number; status: number }[] = [];
  const started = performance.now();
  while (performance.now() - started < 1_500) {
    const asked = performance.now();
    const { status } = await running.api.get("/account/balance");
    calls.push({ asked, answered: performance.now(), status });
  }
  const through = calls.filter(({ status }) => status === 200);
  expect(calls.slice(0, limit).map(({ status }) => status)).not.toContain(429);
  expect(through.length).toBeGreaterThan(limit);
  for (const [index, { asked }] of through.entries()) {
    const next = through[index + limit];
    // A request is counted at some time between the two.
    if (next) expect(next.answered - asked).toBeGreaterThanOrEqual(999);
  }
  const { headers } = await running.api.get("/account/balance");
  await sleep(Number(headers.get("retry-after") ?? 0) * 1_000);
  expect((await running.api.get("/account/balance")).status).toBe(200);
  await running.close();
});

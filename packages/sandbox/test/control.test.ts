import { createConnection } from "node:net";
import { text } from "node:stream/consumers";
import { operationsOf } from "@getclickmedia/sms-document";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readGeneratedDocument } from "../src/generated.ts";
import { magicRecipients } from "../src/magic-recipients.ts";
import { bulk, mobiles, otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

const operations = operationsOf(await readGeneratedDocument("control"));

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ allowHosts: ["Sandbox.Test"] });
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

/** A call of an operation, with ids that name nothing where it takes any. */
const concrete = (path: string, accountId: string) =>
  path
    .replace("{accountId}", accountId)
    .replace("{senderId}", "NOBODY")
    .replace(/\{\w+\}/g, "nothing");

describe("every operation", () => {
  const withAccount = operations.filter(({ path }) => path.includes("{accountId}"));

  test.each(withAccount)(
    "$operationId answers 404 for an unknown account",
    async ({ path, method, requestBody }) => {
      const [content] = Object.values(requestBody?.content ?? {});
      const body = content && validBodies[`${method} ${path}`];
      expect(content === undefined).toBe(body === undefined);
      const { status, body: answer } = await sandbox.control(
        method,
        concrete(path, "nobody"),
        body,
      );
      expect([status, answer.error.code]).toEqual([404, "NOT_FOUND"]);
      expect(answer.error.message).toBe(
        "There is no account nobody in this sandbox. List them to see what there is.",
      );
    },
  );

  const creates = new Set(["putHeader", "putTemplate"]);
  const withId = operations.filter(
    ({ path, operationId }) => /\{(?!accountId)/.test(path) && !creates.has(operationId),
  );

  test.each(withId)("$operationId answers 404 for an unknown id", async ({ path, method }) => {
    const { status, body } = await sandbox.control(
      method,
      concrete(path, "demo"),
      validBodies[`${method} ${path}`],
    );
    expect([status, body.error.code]).toEqual([404, "NOT_FOUND"]);
    expect(body.error.message).toContain("List them to see what there is.");
  });

  const withBody = operations.filter(({ requestBody }) => requestBody !== undefined);

  test.each(withBody)(
    "$operationId refuses a bad body, and says what to do",
    async ({ path, method }) => {
      const call = (body: unknown) => sandbox.control(method, concrete(path, "demo"), body);
      for (const bad of ["{", [], "5", { nonsense: 1 }]) {
        const { status, body } = await call(bad);
        expect([status, body.error.code]).toEqual([
          400,
          expect.stringMatching(/^(INVALID_REQUEST|MISSING_FIELD)$/),
        ]);
        expect(body.error.message).toMatch(/^[A-Z].*\.$/);
      }
      const { body } = await call({ nonsense: 1, ...(validBodies[`${method} ${path}`] as object) });
      expect(body.error.message).toMatch(
        /^The field nonsense is not known\. Remove it, or check its spelling\.$|more than 1 prop/,
      );
    },
  );

  test.each(operations)(
    "$operationId refuses an unknown query parameter",
    async ({ path, method }) => {
      const { status } = await sandbox.control(
        method,
        `${concrete(path, "demo")}?nonsense=1`,
        validBodies[`${method} ${path}`],
      );
      expect(status).toBe(400);
    },
  );
});

/** A valid body for each operation that takes one. */
const validBodies: Record<string, unknown> = {
  "POST /states": { state: "account-ready" },
  "POST /seed": { accounts: [] },
  "PATCH /settings": { matching: null },
  "PATCH /clock": { speed: 0 },
  "POST /clock/advance": { seconds: 0 },
  "POST /faults": { effect: { delayMs: 1 } },
  "POST /webhooks": { event: "sms.queued", url: "http://127.0.0.1:9/", secret: "s" },
  "PATCH /accounts/{accountId}": { name: "Shop" },
  "POST /accounts/{accountId}/credits": { amount: 1 },
  "POST /accounts/{accountId}/keys": { name: "Test" },
  "PUT /accounts/{accountId}/headers/{senderId}": { approved: true },
  "PUT /accounts/{accountId}/templates/{templateId}": {
    senderId: "GCMDIA",
    type: "transactional",
    text: "Hello",
  },
  "POST /accounts/{accountId}/messages/{messageId}/ending": { status: "failed" },
  "POST /accounts/{accountId}/endpoints": { url: "http://127.0.0.1:9/" },
  "PATCH /accounts/{accountId}/endpoints/{endpointId}": { enabled: false },
  "POST /accounts/{accountId}/endpoints/{endpointId}/secret": {},
};

test("an unknown path and another method are refused", async () => {
  expect((await sandbox.control.get("/nothing")).status).toBe(404);
  const { status, headers } = await sandbox.control.delete("/health");
  expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("the sandbox says that it answers, and shows its own document", async () => {
  await sandbox.api.post("/sms/bulk", bulk(mobiles(3)));
  expect((await sandbox.control.get("/health")).body).toEqual({
    status: "ok",
    messages: 3,
    now: "2026-06-23T04:30:00.000Z",
  });
  const response = await fetch(`${sandbox.controlUrl}/openapi.json`);
  expect(await response.json()).toMatchObject({
    openapi: "3.1.1",
    paths: { "/health": { get: { operationId: "getHealth" } } },
  });
});

test("the magic recipients are listed with their effects", async () => {
  const { body } = await sandbox.control.get("/magic-recipients");
  expect(body.recipients).toEqual(magicRecipients.map(({ to, effect }) => ({ to, effect })));
});

describe("strangers", () => {
  const status = (init: RequestInit, path = "/reset") =>
    fetch(sandbox.controlUrl + path, { method: "POST", ...init }).then(
      (response) => response.status,
    );

  test("pages of other origins may neither steer it nor read it", async () => {
    await sandbox.api.post("/sms/send", otp);
    for (const headers of [
      { origin: "http://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ] as Record<string, string>[]) {
      expect(await status({ headers })).toBe(403);
      expect(await status({ method: "GET", headers }, "/accounts")).toBe(403);
    }
    expect((await sandbox.control.get("/health")).body.messages).toBe(1);
    const own = { origin: new URL(sandbox.controlUrl).origin, "sec-fetch-site": "same-origin" };
    expect(await status({ headers: own })).toBe(204);
  });

  test("a preflight of another origin does not succeed, and no answer lets pages read it", async () => {
    const preflight = await fetch(`${sandbox.controlUrl}/reset`, {
      method: "OPTIONS",
      headers: { origin: "http://evil.example", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(403);
    for (const response of [preflight, await fetch(`${sandbox.controlUrl}/accounts`)])
      expect([...response.headers.keys()].join()).not.toContain("access-control");
  });

  test.each([
    ["evil.example", 403],
    ["localhost.evil.example", 403],
    ["sandbox.test", 200],
    ["SANDBOX.TEST:80", 200],
    ["localhost", 200],
    ["127.0.0.1", 200],
  ])("under the name %s it answers %i", async (host, expected) => {
    const socket = createConnection(sandbox.port, "127.0.0.1");
    socket.write(`GET /_sandbox/health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
    expect(answer.includes("start it with --allow-host")).toBe(expected === 403);
  });

  test("the API itself is open to pages, as it needs a key", async () => {
    const { headers } = await sandbox.api("GET", "/account/balance", undefined, {
      origin: "http://shop.example",
    });
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("accounts", () => {
  const seed = (accounts: object[]) => sandbox.control.post("/seed", { accounts });
  const list = async () => (await sandbox.control.get("/accounts")).body.accounts;

  test("the demo account is there from the start", async () => {
    expect(await list()).toEqual([
      {
        accountId: "demo",
        name: "Demo account",
        plan: "Growth",
        requestsPerSecond: 100,
        recipientsPerRequest: 5_000,
        credits: 48_250,
        expiresAt: "2026-12-31",
        routes: ["transactional", "promotional"],
      },
    ]);
    expect(sandbox.apiKey).toBe("gcm_test_demo");
  });

  test("are seeded with all that belongs to them", async () => {
    const template = {
      templateId: "5",
      senderId: "SHOPIN",
      type: "transactional",
      text: "Hi {#var#}",
    };
    const { status, body } = await seed([
      {
        accountId: "shop",
        name: "Shop",
        plan: "Starter",
        requestsPerSecond: 7,
        credits: 3,
        expiresAt: "2026-07-01",
        routes: ["transactional"],
        keys: [{ key: "gcm_test_shop", name: "Till" }, { key: "gcm_test_shop2" }],
        headers: [{ senderId: "SHOPIN", approved: true }],
        templates: [template],
        endpoints: [{ url: "http://127.0.0.1:9/hook", secret: "s" }],
      },
      { accountId: "bare" },
    ]);
    expect(status).toBe(200);
    expect(body.accounts.slice(1)).toEqual([
      {
        accountId: "shop",
        name: "Shop",
        plan: "Starter",
        requestsPerSecond: 7,
        recipientsPerRequest: 1_000,
        credits: 3,
        expiresAt: "2026-07-01",
        routes: ["transactional"],
      },
      {
        accountId: "bare",
        name: "bare",
        plan: "Growth",
        requestsPerSecond: 100,
        recipientsPerRequest: 5_000,
        credits: 0,
        expiresAt: "2027-12-31",
        routes: ["transactional", "promotional"],
      },
    ]);
    expect(await list()).toEqual(body.accounts);
    const of = async (what: string) =>
      (await sandbox.control.get(`/accounts/shop/${what}`)).body[what];
    expect((await of("keys")).map(({ name }: { name: string }) => name).sort()).toEqual([
      "Configured",
      "Till",
    ]);
    expect(await of("headers")).toEqual([{ senderId: "SHOPIN", approved: true }]);
    expect(await of("templates")).toEqual([{ ...template, approved: true }]);
    expect(await of("endpoints")).toMatchObject([
      { url: "http://127.0.0.1:9/hook", enabled: true },
    ]);
    const sent = await sandbox
      .withKey("gcm_test_shop2")
      .post("/sms/send", { ...otp, senderId: "SHOPIN", templateId: "5", message: "Hi Asha" });
    expect(sent.status).toBe(200);
  });

  test.each([
    [{ accountId: "demo" }, 409, "there is one of that id"],
    [{ accountId: "a", plan: "Gold" }, 400, "its plan must be one of Starter, Growth, Enterprise."],
    [{ accountId: "a", routes: ["otp"] }, 400, "its routes must be of transactional, promotional."],
    [{ accountId: "a", keys: [{ key: "gcm_live_example" }] }, 400, "must begin with gcm_test_"],
    [{ accountId: "a", keys: [{ key: "gcm_test_" }] }, 400, "must begin with gcm_test_"],
    [{ accountId: "a", keys: [{ key: "gcm_test_a b" }] }, 400, "must begin with gcm_test_"],
    [{ accountId: "a", keys: [{ key: "gcm_test_demo" }] }, 400, "one of its keys is taken."],
    [
      { accountId: "a", keys: [{ key: "gcm_test_a" }, { key: "gcm_test_a" }] },
      400,
      "one of its keys is taken.",
    ],
    [
      {
        accountId: "a",
        templates: [{ templateId: "5", senderId: "SHOPIN", type: "transactional", text: "{#x#}" }],
      },
      400,
      "its template 5 is not valid.",
    ],
    [
      {
        accountId: "a",
        templates: [{ templateId: "5", senderId: "SHOPIN", type: "otp", text: "Hi" }],
      },
      400,
      "the type of its template 5 must be one of transactional, promotional.",
    ],
    [{ accountId: "a", endpoints: [{ url: "ftp://127.0.0.1/" }] }, 400, "the URL of its endpoint "],
    [{ accountId: "a", credits: -1 }, 400, "The field accounts[1].credits must be >= 0."],
    [{ accountId: "a", expiresAt: "2026-02-30" }, 400, "The field accounts[1].expiresAt"],
    [{ accountId: "good" }, 409, "there is one of that id"],
  ])("%j is not seeded, nor what came with it", async (account, expected, why) => {
    const before = await list();
    const { status, body } = await seed([
      { accountId: "good", keys: [{ key: "gcm_test_good" }] },
      account,
    ]);
    expect(status).toBe(expected);
    expect(body.error.message).toContain(why);
    expect(await list()).toEqual(before);
    expect((await sandbox.withKey("gcm_test_good").get("/account/balance")).status).toBe(401);
  });

  test("seeded at the same time they have nothing in common", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `account${index}`);
    await Promise.all(
      names.map((accountId, index) =>
        seed([{ accountId, credits: index + 1, keys: [{ key: `gcm_test_${accountId}` }] }]),
      ),
    );
    for (const [index, accountId] of names.entries()) {
      const { body } = await sandbox.withKey(`gcm_test_${accountId}`).get("/account/balance");
      expect(body.credits).toBe(index + 1);
      expect(await sandbox.ledger(accountId)).toHaveLength(1);
    }
  });

  test("of one id is seeded once, however often at the same time", async () => {
    const calls = Array.from({ length: 5 }, () => seed([{ accountId: "shop", credits: 5 }]));
    const statuses = (await Promise.all(calls)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409]);
    expect(await sandbox.credits("shop")).toBe(5);
  });

  test("are changed field by field, also at the same time", async () => {
    const change = (body: object) => sandbox.control.patch("/accounts/demo", body);
    await Promise.all([
      change({ name: "Mine" }),
      change({ plan: "Starter" }),
      change({ routes: ["promotional"] }),
      change({ expiresAt: "2028-01-01" }),
    ]);
    expect((await sandbox.control.get("/accounts/demo")).body).toMatchObject({
      name: "Mine",
      plan: "Starter",
      routes: ["promotional"],
      expiresAt: "2028-01-01",
    });
  });

  test.each([
    [{ plan: "Gold" }, "The field plan must be one of Starter, Growth, Enterprise."],
    [{ routes: ["otp"] }, "its routes must be of transactional, promotional."],
    [{ requestsPerSecond: 0 }, "The field requestsPerSecond must be >= 1."],
    [{ accountId: "other" }, "The field accountId is not known."],
    [{}, "The body "],
  ])("are not changed by %j", async (body, why) => {
    const before = await list();
    const answer = await sandbox.control.patch("/accounts/demo", body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(why);
    expect(await list()).toEqual(before);
  });
});

describe("settings", () => {
  test("are changed field by field, also at the same time", async () => {
    const change = (body: object) => sandbox.control.patch("/settings", body);
    await Promise.all([
      change({ matching: "lenient" }),
      change({ delays: { queueMs: 1 } }),
      change({ delays: { carrierMs: 2 } }),
      change({ promotionalHours: { from: "10:00", to: "21:00" } }),
    ]);
    expect((await sandbox.control.get("/settings")).body).toEqual({
      matching: "lenient",
      delays: { queueMs: 1, carrierMs: 2, slowMs: 3_600_000 },
      promotionalHours: { from: "10:00", to: "21:00" },
    });
  });

  test.each([
    { delays: {} },
    { delays: { queueMs: 86_400_001 } },
    { matching: "fuzzy" },
    { promotionalHours: { from: "25:00", to: "21:00" } },
    { promotionalHours: { from: "10:00" } },
  ])("are not changed by %j", async (body) => {
    const before = (await sandbox.control.get("/settings")).body;
    expect((await sandbox.control.patch("/settings", body)).status).toBe(400);
    expect((await sandbox.control.get("/settings")).body).toEqual(before);
  });
});

describe("a list of messages", () => {
  test("is filtered and read page by page, newest first", async () => {
    await sandbox.control.patch("/accounts/demo", { plan: "Enterprise" });
    const { batchId } = (await sandbox.api.post("/sms/bulk", bulk(mobiles(5)))).body;
    await sandbox.pass(1);
    await sandbox.api.post("/sms/send", otp);
    await sandbox.api.post("/sms/send", { ...otp, to: mobiles(1)[0] });
    const list = async (query: string) =>
      (await sandbox.control.get(`/accounts/demo/messages?${query}`)).body;
    const to = ({ messages }: { messages: { to: string }[] }) =>
      messages.map((message) => message.to);
    const newestFirst = [mobiles(1)[0], otp.to, ...mobiles(5).reverse()];
    expect(to(await list(""))).toEqual(newestFirst);
    const first = await list("limit=3");
    const second = await list(`limit=3&before=${first.next}`);
    const third = await list(`limit=3&before=${second.next}`);
    expect([...to(first), ...to(second), ...to(third)]).toEqual(newestFirst);
    expect(third.next).toBeNull();
    expect(to(await list(`batchId=${batchId}`))).toEqual(mobiles(5).reverse());
    expect(to(await list("status=dispatched"))).toEqual(mobiles(5).reverse());
    expect(to(await list(`to=${mobiles(1)[0]}`))).toEqual([mobiles(1)[0], mobiles(1)[0]]);
    expect(to(await list(`to=${mobiles(1)[0]}&status=queued`))).toEqual([mobiles(1)[0]]);
    expect(to(await list("batchId=gcm_batch_0000000000"))).toEqual([]);
    for (const query of ["limit=0", "limit=x", "to=919", "batchId="])
      expect((await sandbox.control.get(`/accounts/demo/messages?${query}`)).status).toBe(400);
  });
});

describe("a reset", () => {
  test("leaves nothing but what was configured, and the same ids come again", async () => {
    const first = (await sandbox.api.post("/sms/send", otp)).body;
    await sandbox.control.post("/seed", {
      accounts: [{ accountId: "shop", keys: [{ key: "gcm_test_shop" }] }],
    });
    await sandbox.control.patch("/settings", { delays: { queueMs: 0 } });
    await sandbox.control.post("/faults", { effect: { error: "GATEWAY_ERROR" } });
    await sandbox.control.put("/accounts/demo/headers/OTHERS", {});
    await sandbox.pass(5);
    expect((await sandbox.control.post("/reset")).status).toBe(204);
    expect((await sandbox.control.get("/accounts")).body.accounts).toHaveLength(1);
    expect((await sandbox.control.get("/settings")).body.delays.queueMs).toBe(1_000);
    expect((await sandbox.control.get("/faults")).body.faults).toEqual([]);
    expect((await sandbox.control.get("/accounts/demo/headers")).body.headers).toHaveLength(1);
    expect((await sandbox.withKey("gcm_test_shop").get("/account/balance")).status).toBe(401);
    expect(await sandbox.credits()).toBe(48_250);
    expect((await sandbox.api.get(`/sms/status/${first.messageId}`)).status).toBe(404);
    expect((await sandbox.api.post("/sms/send", otp)).body).toEqual(first);
  });

  test("may come several times at once, and beside a state", async () => {
    const calls = [1, 2, 3, 4].flatMap(() => [
      sandbox.control.post("/reset"),
      sandbox.control.post("/states", { state: "account-ready" }),
    ]);
    const statuses = (await Promise.all([...calls, sandbox.control.post("/reset")])).map(
      ({ status }) => status,
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect((await sandbox.control.get("/accounts")).body.accounts).toHaveLength(1);
    expect(await sandbox.ledger()).toHaveLength(1);
    expect((await sandbox.control.get("/health")).body.messages).toBe(0);
  });
});

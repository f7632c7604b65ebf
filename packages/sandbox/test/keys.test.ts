import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

const lines: object[] = [];
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ log: (line) => lines.push(line) });
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

const balance = (key: string) => sandbox.withKey(key).get("/account/balance");
const createKey = async (name = "Test") =>
  (await sandbox.control.post("/accounts/demo/keys", { name })).body;
const listKeys = async () => (await sandbox.control.get("/accounts/demo/keys")).body.keys;

test("a live key is refused, and one line says that nothing was sent", async () => {
  const live = sandbox.withKey("gcm_live_example");
  for (const call of [live.post("/sms/send", otp), live.get("/account/balance")]) {
    const { status, body } = await call;
    expect([status, body.error.code]).toEqual([401, "INVALID_API_KEY"]);
    expect(body.error.message).toBe("This is a sandbox and takes no live key: nothing was sent.");
  }
  expect((await sandbox.control.get("/health")).body.messages).toBe(0);
});

test.each(["gcm_test_unknown", "gcm_other_1", "", "gcm_test_"])(
  "the key %j opens nothing, and is not repeated",
  async (key) => {
    const { status, body } = await balance(key);
    expect([status, body.error.code]).toEqual([401, "INVALID_API_KEY"]);
    if (key !== "" && key !== "gcm_test_") expect(body.error.message).not.toContain(key);
  },
);

describe("a created key", () => {
  test("is shown once, and opens its account", async () => {
    const created = await createKey("Checkout");
    expect(created).toEqual({
      keyId: expect.stringMatching(/^key_[0-9a-f]{10}$/),
      name: "Checkout",
      ending: created.key.slice(-4),
      createdAt: "2026-06-23T04:30:00.000Z",
      revokedAt: null,
      key: expect.stringMatching(/^gcm_test_[\w-]{24}$/),
    });
    expect((await balance(created.key)).status).toBe(200);
    const { key, ...shown } = created;
    expect(await listKeys()).toContainEqual(shown);
    expect(JSON.stringify(await listKeys())).not.toContain(key);
  });

  test("is like no other, and the newest is listed first", async () => {
    const created = [];
    for (let number = 0; number < 5; number++) created.push(await createKey(`Key ${number}`));
    expect(new Set(created.map(({ key }) => key)).size).toBe(5);
    const names = (await listKeys()).map(({ name }: { name: string }) => name);
    expect(names).toEqual(["Key 4", "Key 3", "Key 2", "Key 1", "Key 0", "Demo key"]);
  });

  test("opens nothing once it was revoked, while the others do", async () => {
    const [one, other] = [await createKey(), await createKey()];
    await sandbox.pass(5);
    expect((await sandbox.control.delete(`/accounts/demo/keys/${one.keyId}`)).status).toBe(204);
    expect((await balance(one.key)).body.error.message).toContain("or it was revoked");
    expect((await balance(other.key)).status).toBe(200);
    const revoked = (await listKeys()).find(({ keyId }: { keyId: string }) => keyId === one.keyId);
    expect(revoked.revokedAt).toBe("2026-06-23T04:30:05.000Z");
    // Once more, it was revoked when it was.
    await sandbox.pass(5);
    await sandbox.control.delete(`/accounts/demo/keys/${one.keyId}`);
    expect(await listKeys()).toContainEqual(revoked);
  });

  test("made beside others has an id of its own", async () => {
    const created = await Promise.all(Array.from({ length: 20 }, () => createKey()));
    expect(new Set(created.map(({ keyId }) => keyId)).size).toBe(20);
    expect(await listKeys()).toHaveLength(21);
  });
});

test("a key in the place of an id is neither repeated nor logged", async () => {
  const { key } = await createKey();
  const { keyId } = await createKey();
  const paths = [`/accounts/demo/keys/${key.replaceAll("-", "_")}`, `/accounts/${key}`];
  for (const path of [...paths, `/accounts/demo/messages/${key}`]) {
    const { status, body } = await sandbox.control(
      path.includes("/keys/") ? "DELETE" : "GET",
      path,
    );
    expect(status).toBe(404);
    expect(body.error.message).toContain("(a key)");
  }
  expect(
    (await sandbox.control.delete(`/accounts/demo/keys/${keyId}1`)).body.error.message,
  ).toContain(`key ${keyId}1`);
  expect(JSON.stringify(lines)).not.toContain(key);
  expect(JSON.stringify(lines)).not.toContain(key.replaceAll("-", "_"));
});

test("no key and no text gets into a log line, an error or the output", async () => {
  const printed = [
    vi.spyOn(console, "log").mockReturnValue(),
    vi.spyOn(console, "error").mockReturnValue(),
  ];
  const { key } = await createKey();
  const secret = "A very private text.";
  const calls = [
    sandbox.withKey(key).post("/sms/send", { ...otp, message: secret }),
    sandbox.withKey(key).post("/sms/send", { ...otp, [key]: secret }),
    sandbox.withKey(key).post("/sms/send", `{"message": "${secret}"`),
    sandbox.withKey(`${key}x`).post("/sms/send", otp),
    sandbox.withKey(key).get(`/sms/status/${key}`),
    sandbox.withKey(key).get(`/account/balance?x-api-key=${key}`),
    sandbox.control.post("/accounts/demo/keys", { name: "x", key }),
    sandbox.control.post("/seed", {
      accounts: [{ accountId: "shop", keys: [{ key: `live${key}` }] }],
    }),
    sandbox.control.post("/seed", { accounts: [{ accountId: "shop", keys: [{ key }] }] }),
  ];
  for (const call of calls) {
    const { status, body } = await call;
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain(key.slice(9));
    expect(JSON.stringify(body)).not.toContain(secret);
  }
  const said = JSON.stringify([lines, ...printed.map(({ mock }) => mock.calls)]);
  expect(said).not.toContain(key.slice(9));
  expect(said).not.toContain(secret);
  vi.restoreAllMocks();
});

test("the data file has the hash of a key, and the key itself nowhere", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "keys ")), "sandbox.db");
  const kept = await startTestSandbox({ data: path });
  const { key } = (await kept.control.post("/accounts/demo/keys", { name: "Secret" })).body;
  const configured = "gcm_test_of_a_seed";
  await kept.control.post("/seed", {
    accounts: [{ accountId: "shop", keys: [{ key: configured }] }],
  });
  expect((await kept.withKey(key).post("/sms/send", otp)).status).toBe(200);
  const beforeEnd = await readFile(`${path}-wal`);
  await kept.close();
  const file = Buffer.concat([beforeEnd, await readFile(path)]);
  for (const each of [key, configured, "gcm_test_demo"]) expect(file.includes(each)).toBe(false);

  const database = new DatabaseSync(path);
  const things = JSON.stringify(database.prepare("select * from things").all());
  database.close();
  expect(things).toContain(key.slice(-4));
  expect(things).not.toContain(otp.message.slice(0, 20));
});

import { beforeEach, describe, expect, test } from "vitest";
import { type Account, type ApiKey, createRegistry, type Registry } from "./registry.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";
import type { Store } from "./store/store.ts";

let store: Store;
let registry: Registry;
beforeEach(async () => {
  store = openSqliteStore();
  registry = createRegistry(store);
  await registry.load();
  return () => store.close();
});

const account = (number: number): Account => ({
  number,
  accountId: `account${number}`,
  name: "Shop",
  plan: "Growth",
  requestsPerSecond: null,
  expiresAt: "2027-12-31",
  routes: ["transactional"],
});
const key = (keyId: string, hash: string, more: Partial<ApiKey> = {}): ApiKey => ({
  keyId,
  name: keyId,
  hash,
  ending: "abcd",
  createdAt: 0,
  revokedAt: null,
  ...more,
});
const accountChange = (value: Account) =>
  ({ kind: "account", account: 0, id: value.accountId, value }) as const;
const keyChange = (holder: number, value: ApiKey) =>
  ({ kind: "key", account: holder, id: value.keyId, value }) as const;

/** Another registry on the same store, as after a restart. */
async function reloaded(): Promise<Registry> {
  const other = createRegistry(store);
  await other.load();
  return other;
}

test("a thing is found by its kind, account and id, and again after it was loaded", async () => {
  const header = { senderId: "GCMDIA", approved: true };
  await registry.change([
    accountChange(account(1)),
    { kind: "header", account: 1, id: "GCMDIA", value: header },
  ]);
  for (const each of [registry, await reloaded()]) {
    expect(each.get("header", 1, "GCMDIA")).toEqual(header);
    expect(each.get("header", 2, "GCMDIA")).toBeUndefined();
    expect(each.get("template", 1, "GCMDIA")).toBeUndefined();
    expect(each.list("header", 1)).toEqual([header]);
    expect(each.accountNumbered(1)).toEqual(account(1));
    expect(each.accounts()).toEqual([account(1)]);
  }
});

test("a thing without a value is removed", async () => {
  const header = { senderId: "GCMDIA", approved: true };
  await registry.change([{ kind: "header", account: 1, id: "GCMDIA", value: header }]);
  await registry.change([{ kind: "header", account: 1, id: "GCMDIA", value: undefined }]);
  for (const each of [registry, await reloaded()]) expect(each.list("header", 1)).toEqual([]);
});

test("a change is seen once it is durable, and not at all where it cannot be", async () => {
  const change = registry.change([accountChange(account(1))]);
  expect(registry.accounts()).toEqual([]);
  await change;
  expect(registry.accounts()).toHaveLength(1);
  const failing = registry.change([accountChange(account(2))], async () => {
    throw new Error("Not so.");
  });
  await expect(failing).rejects.toThrow("Not so.");
  expect(registry.accounts()).toHaveLength(1);
  expect((await reloaded()).accounts()).toHaveLength(1);
});

describe("a key", () => {
  test("leads to its account until it is revoked", async () => {
    await registry.change([accountChange(account(1)), keyChange(1, key("key_1", "hash"))]);
    expect(registry.accountWithKey("hash")).toEqual(account(1));
    expect(registry.accountWithKey("other")).toBeUndefined();
    await registry.change([keyChange(1, key("key_1", "hash", { revokedAt: 5 }))]);
    for (const each of [registry, await reloaded()])
      expect(each.accountWithKey("hash")).toBeUndefined();
  });

  test.each(["key_0", "key_2"])(
    "revoked and given again as %s, it leads to its new account",
    async (id) => {
      await registry.change([
        accountChange(account(1)),
        accountChange(account(2)),
        keyChange(1, key("key_1", "hash", { revokedAt: 5 })),
        keyChange(2, key(id, "hash", { createdAt: 0 })),
      ]);
      for (const each of [registry, await reloaded()])
        expect(each.accountWithKey("hash")).toEqual(account(2));
      // Revoking the old one once more takes nothing from the new one.
      await registry.change([keyChange(1, key("key_1", "hash", { revokedAt: 6 }))]);
      expect(registry.accountWithKey("hash")).toEqual(account(2));
    },
  );
});

test("after a restart accounts and keys are in the order of their age again", async () => {
  for (const number of [2, 10, 3]) await registry.change([accountChange(account(number))]);
  await registry.change([
    keyChange(2, key("key_b", "b", { createdAt: 1 })),
    keyChange(2, key("key_a", "a", { createdAt: 2 })),
  ]);
  const again = await reloaded();
  expect(again.accounts().map(({ number }) => number)).toEqual([2, 3, 10]);
  expect(again.list("key", 2).map(({ keyId }) => keyId)).toEqual(["key_b", "key_a"]);
});

test("a counter never goes back, in whatever order changes are over", async () => {
  const counter = (value: number) => ({ kind: "counter", account: 0, id: "", value }) as const;
  registry.keep(counter(5));
  const first = registry.change([counter(5)]);
  registry.keep(counter(6));
  await first;
  expect(registry.get("counter", 0, "")).toBe(6);
});

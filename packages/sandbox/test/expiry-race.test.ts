import { expect, test } from "vitest";
import { expiryOf } from "../src/accounts/add-accounts.ts";
import { keyOf, openInProcess } from "./histories/in-process-sandbox.ts";

test("a last day that is over takes the credits, if something else is settled while it is written", async () => {
  const sandbox = await openInProcess(false);
  const { core } = sandbox;
  const account = core.registry.get("account", 0, "shop");
  if (!account) throw new Error("The account is missing.");
  const value = { ...account, expiresAt: "2026-06-22" };
  const change = { kind: "account", account: 0, id: "shop", value } as const;
  const written = core.registry.change([change], (transaction) =>
    transaction.order([expiryOf(value)]),
  );
  // As a timer does, before the change is told to be written.
  core.settle.forget();
  await Promise.all([written, core.act(async () => undefined)]);
  await core.settleAgain();
  const balance = await sandbox.call("GET", "/v1/account/balance", undefined, keyOf("shop"));
  expect(JSON.parse(balance?.text ?? "").credits).toBe(0);
  await sandbox.close();
});

import { expiryOf, newKey, randomKey, routesProblem } from "../accounts/add-accounts.ts";
import { lastDayOf } from "../accounts/last-day.ts";
import type { Core } from "../core.ts";
import { isoMilliseconds } from "../iso-time.ts";
import { newEntry } from "../new-entry.ts";
import { isPlan, planNames, recipientsPerRequestOf, requestsPerSecondOf } from "../plan.ts";
import type { Account, ApiKey } from "../registry.ts";
import type { LedgerEntry, StoredMessage } from "../store/store.ts";
import { type ControlOperation, created, missing, noContent, ok } from "./operation.ts";
import { paged, pageOf } from "./page.ts";

/** What comes back of what was spent must still be a number that is exact. */
const mostCredits = 1e15;

export const accountOperations: Record<string, ControlOperation> = {
  listAccounts: async ({ core }) => ok(await accountList(core)),

  getAccount: async ({ core, account }) => ok(await shownAccount(core, account)),

  changeAccount: async ({ core, account: { accountId }, request }) => {
    const change = request.body as Partial<Account>;
    if (change.plan !== undefined && !isPlan(change.plan))
      return core.fault(
        "INVALID_REQUEST",
        `The field plan must be one of ${planNames.join(", ")}.`,
      );
    const routes = routesProblem(core, change.routes ?? []);
    if (routes) return core.fault("INVALID_REQUEST", `The account cannot be changed: ${routes}`);
    return core.inTurn(async () => {
      const account = core.registry.get("account", 0, accountId);
      if (!account) return missing(core, `account ${accountId}`);
      const value = { ...account, ...change };
      const lastDay = lastDayOf(account, core.clock.now());
      if ((change.expiresAt ?? lastDay) !== lastDay) value.renews = false;
      const expiries = change.expiresAt === undefined ? [] : [expiryOf(value)];
      await core.registry.change(
        [{ kind: "account", account: 0, id: accountId, value }],
        (transaction) => transaction.order(expiries),
      );
      // Its last day may be over already.
      await core.settleAgain();
      core.changes.note("accounts");
      return ok(await shownAccount(core, value));
    });
  },

  addCredits: async ({ core, account, request }) => {
    const { amount, note = null } = request.body as { amount: number; note?: string };
    const entry = await core.act(async (transaction, at) => {
      const credits = await transaction.credits(account.number);
      if (credits + amount < 0 || credits + amount > mostCredits) return credits;
      await transaction.book(account.number, [newEntry("grant", at, amount, { note })]);
      return (
        await transaction.ledger(account.number, { before: Number.MAX_SAFE_INTEGER, limit: 1 })
      )[0];
    });
    if (typeof entry === "number")
      return core.fault(
        "INVALID_REQUEST",
        `The account has ${entry} credits, and a balance is from 0 to ${mostCredits}. Change amount.`,
      );
    core.changes.note("ledger", "accounts");
    return ok(shownEntry(core, entry, undefined));
  },

  listLedger: async (call) => {
    const { core, account } = call;
    const page = pageOf(call);
    return core.act(async (transaction) => {
      const entries = await transaction.ledger(account.number, page);
      const { items, next } = paged(entries, page, ({ row }) => row);
      const shown: object[] = [];
      for (const entry of items) {
        const { messageRow } = entry;
        const message = messageRow === null ? undefined : await transaction.message(messageRow);
        shown.push(shownEntry(core, entry, message));
      }
      return ok({ entries: shown, next });
    });
  },

  listKeys: async ({ core, account }) =>
    ok({ keys: core.registry.list("key", account.number).map(shownKey).reverse() }),

  createKey: async ({ core, account, request }) => {
    const { name } = request.body as { name: string };
    const key = randomKey();
    const value = newKey(core, key, name, core.clock.now());
    await core.registry.change([
      { kind: "key", account: account.number, id: value.keyId, value },
      core.counterChange(),
    ]);
    core.changes.note("keys");
    return created({ ...shownKey(value), key });
  },

  revokeKey: async ({ core, account, request }) => {
    const { keyId = "" } = request.pathParameters;
    const key = core.registry.get("key", account.number, keyId);
    if (!key) return missing(core, `key ${keyId}`);
    const value = { ...key, revokedAt: key.revokedAt ?? core.clock.now() };
    await core.registry.change([{ kind: "key", account: account.number, id: keyId, value }]);
    core.changes.note("keys");
    return noContent;
  },
};

export async function accountList(core: Core) {
  const accounts = await Promise.all(
    core.registry.accounts().map((each) => shownAccount(core, each)),
  );
  return { accounts };
}

async function shownAccount(core: Core, account: Account) {
  const { number, renews: _, ...shown } = account;
  return {
    ...shown,
    expiresAt: lastDayOf(account, core.clock.now()),
    requestsPerSecond: requestsPerSecondOf(account),
    recipientsPerRequest: recipientsPerRequestOf(account),
    credits: await core.act((transaction) => transaction.credits(number)),
  };
}

function shownKey({ keyId, name, ending, createdAt, revokedAt }: ApiKey) {
  return {
    keyId,
    name,
    ending,
    createdAt: isoMilliseconds(createdAt),
    revokedAt: isoMilliseconds(revokedAt),
  };
}

function shownEntry(
  core: Core,
  entry: LedgerEntry | undefined,
  message: StoredMessage | undefined,
) {
  if (!entry) throw new Error("What was booked is not in the ledger.");
  const { row, at, kind, amount, balance, batchId, note } = entry;
  return {
    entryId: core.ids.entry.of(row),
    at: isoMilliseconds(at),
    kind,
    amount,
    balance,
    messageId: message ? core.messageId(message) : null,
    batchId,
    note,
  };
}

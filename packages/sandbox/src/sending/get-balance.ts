import { lastDayOf } from "../accounts/last-day.ts";
import type { Core } from "../core.ts";
import type { Account } from "../registry.ts";

/** `GET /account/balance`: what the account has left. */
export function getBalance(core: Core, account: Account) {
  return core.act(async (transaction, now) => ({
    credits: await transaction.credits(account.number),
    plan: account.plan,
    expiresAt: lastDayOf(account, now),
  }));
}

import { randomBytes } from "node:crypto";
import type { Fault } from "@getclickmedia/sms-request-validation";
import { keyPrefixes } from "@getclickmedia/sms-types";
import { type Core, hashKey } from "../core.ts";
import { endOfIndianDay, endOfNextYear } from "../iso-time.ts";
import { newEntry } from "../new-entry.ts";
import { isPlan, planNames } from "../plan.ts";
import type { Account, ApiKey, Endpoint, ThingChange } from "../registry.ts";
import { checkTarget } from "../webhooks/target.ts";
import type { NewAccount } from "./new-account.ts";

/** A new account, and what no configuration can ask for. */
export type AddedAccount = NewAccount & Pick<Account, "renews">;

/**
 * Adds accounts with their keys, credit, headers, templates and endpoints: all of them, or none. Call it in a
 * turn, as it looks for what is there first.
 * @returns why not, if one of them cannot be.
 */
export async function addAccounts(
  core: Core,
  accounts: AddedAccount[],
): Promise<Fault | undefined> {
  const taken: Taken = { accountIds: new Set(), keys: new Set() };
  for (const account of accounts) {
    const problem = problemOf(core, account, taken);
    if (problem) return problem;
  }
  const now = core.clock.now();
  const changes: ThingChange[] = [];
  let number = Math.max(0, ...core.registry.accounts().map((account) => account.number));
  const added = accounts.map((account) => {
    number += 1;
    const value = accountOf(core, account, number, now);
    changes.push({ kind: "account", account: 0, id: value.accountId, value });
    changes.push(...belongingsOf(core, account, number, now));
    return { value, credits: account.credits ?? 0 };
  });
  await core.registry.change([...changes, core.counterChange()], async (transaction) => {
    for (const { value, credits } of added) {
      const grant = newEntry("grant", now, credits, { note: "First credits" });
      if (credits > 0) await transaction.book(value.number, [grant]);
      await transaction.order([expiryOf(value)]);
    }
  });
  // The last day of one may be over already.
  await core.settleAgain();
  core.changes.note("accounts", "keys", "headers", "templates", "endpoints", "ledger");
  return undefined;
}

/** What takes the credits of an account on its last day. */
export function expiryOf({ number, expiresAt }: Account) {
  const due = endOfIndianDay(expiresAt);
  return {
    due,
    step: "expired" as const,
    first: number,
    last: number,
    account: number,
    books: true,
  };
}

export function newKey(core: Core, key: string, name: string, now: number): ApiKey {
  const keyId = core.newThingId("key");
  return {
    keyId,
    name,
    hash: hashKey(key),
    ending: key.slice(-4),
    createdAt: now,
    revokedAt: null,
  };
}

export function newEndpoint(core: Core, url: string, secret = randomSecret()): Endpoint {
  return {
    endpointId: core.newThingId("ep"),
    url,
    enabled: true,
    disabledReason: null,
    secret,
    nextSecret: null,
    createdAt: core.clock.now(),
  };
}

function accountOf(core: Core, account: AddedAccount, number: number, now: number): Account {
  return {
    number,
    accountId: account.accountId,
    name: account.name ?? account.accountId,
    plan: account.plan ?? "Growth",
    requestsPerSecond: account.requestsPerSecond ?? null,
    expiresAt: account.expiresAt ?? endOfNextYear(now),
    renews: account.renews ?? false,
    routes: account.routes ?? core.messageTypes,
  };
}

function belongingsOf(
  core: Core,
  { keys = [], headers = [], templates = [], endpoints = [] }: NewAccount,
  account: number,
  now: number,
): ThingChange[] {
  return [
    ...keys.map(({ key, name }) => {
      const value = newKey(core, key, name ?? "Configured", now);
      return { kind: "key" as const, account, id: value.keyId, value };
    }),
    ...headers.map((value) => ({ kind: "header" as const, account, id: value.senderId, value })),
    ...templates.map((template) => {
      const value = { approved: true, ...template };
      return { kind: "template" as const, account, id: value.templateId, value };
    }),
    ...endpoints.map(({ url, secret }) => {
      const value = newEndpoint(core, url, secret);
      return { kind: "endpoint" as const, account, id: value.endpointId, value };
    }),
  ];
}

/** What the accounts before one in the same list have. */
interface Taken {
  accountIds: Set<string>;
  keys: Set<string>;
}

function problemOf(core: Core, account: NewAccount, taken: Taken): Fault | undefined {
  const { accountId, plan, routes = [], keys = [], templates = [], endpoints = [] } = account;
  const invalid = (what: string) =>
    core.fault("INVALID_REQUEST", `The account ${accountId} cannot be added: ${what}`);
  const isTaken =
    core.registry.get("account", 0, accountId) !== undefined || taken.accountIds.has(accountId);
  taken.accountIds.add(accountId);
  if (isTaken)
    return { ...invalid("there is one of that id. Choose another, or reset first."), status: 409 };
  if (plan !== undefined && !isPlan(plan))
    return invalid(`its plan must be one of ${planNames.join(", ")}.`);
  const route = routesProblem(core, routes);
  if (route) return invalid(route);
  for (const { key } of keys) {
    const problem = keyProblem(core, key, taken.keys);
    if (problem) return invalid(problem);
    taken.keys.add(key);
  }
  for (const template of templates) {
    if (!core.messageTypes.includes(template.type))
      return invalid(
        `the type of its template ${template.templateId} must be one of ${core.messageTypes.join(", ")}.`,
      );
    const problem = core.dlt.problemOf(template.text, core.clock.now());
    if (problem) return invalid(`its template ${template.templateId} is not valid. ${problem}`);
  }
  for (const { url } of endpoints) {
    const checked = checkTarget(url, core.rules);
    if ("refusal" in checked) return invalid(`the URL of its endpoint ${checked.refusal}.`);
  }
  return undefined;
}

export function routesProblem({ messageTypes }: Core, routes: string[]): string | undefined {
  if (routes.every((route) => messageTypes.includes(route))) return undefined;
  return `its routes must be of ${messageTypes.join(", ")}.`;
}

const testPrefix =
  Object.values(keyPrefixes).find(({ environment }) => environment === "test")?.name ?? "";

function keyProblem(core: Core, key: string, earlier: Set<string>): string | undefined {
  if (!key.startsWith(testPrefix) || !/^[\w-]+$/.test(key) || key.length <= testPrefix.length) {
    return `each of its keys must begin with ${testPrefix} and go on in letters, digits, _ and -.`;
  }
  if (earlier.has(key) || core.accountWithKey(key)) return "one of its keys is taken.";
  return undefined;
}

/** A new secret of an endpoint. */
export function randomSecret(): string {
  return `whsec_${randomBytes(24).toString("base64url")}`;
}

/** A new key of the test environment. */
export function randomKey(): string {
  return `${testPrefix}${randomBytes(18).toString("base64url")}`;
}

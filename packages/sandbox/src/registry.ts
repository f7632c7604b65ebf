import type { Store, Thing, Transaction } from "./store/store.ts";

export interface Account {
  number: number;
  accountId: string;
  name: string;
  plan: string;
  /** Overrules the plan. */
  requestsPerSecond: number | null;
  /** The last day, in Indian time, on which its credits can be spent. */
  expiresAt: string;
  /**
   * Whether its credits outlive that day, as those of the demo account do until somebody sets another. Files of
   * version 1.0.0 do not say.
   */
  renews?: boolean;
  routes: string[];
}

export interface ApiKey {
  keyId: string;
  name: string;
  hash: string;
  ending: string;
  createdAt: number;
  revokedAt: number | null;
}

export interface SenderHeader {
  senderId: string;
  approved: boolean;
}

export interface Template {
  templateId: string;
  senderId: string;
  type: string;
  text: string;
  approved: boolean;
}

export interface Endpoint {
  endpointId: string;
  url: string;
  enabled: boolean;
  disabledReason: string | null;
  secret: string;
  /** The secret that takes over, and when. */
  nextSecret: { secret: string; from: number } | null;
  createdAt: number;
}

/** What each kind of thing is. `counter` holds the last number that a new id was made from. */
export interface Kinds {
  account: Account;
  key: ApiKey;
  header: SenderHeader;
  template: Template;
  endpoint: Endpoint;
  counter: number;
  clock: { now: number; real: number; speed: number };
  settings: unknown;
  /** How often a sandbox was started on this data. */
  runs: number;
}
export type Kind = keyof Kinds;

/** A change of one thing; without a value it is removed. */
export interface ThingChange<K extends Kind = Kind> {
  kind: K;
  account: number;
  id: string;
  value: Kinds[K] | undefined;
}

/**
 * The small things of the store, kept in memory because every request needs some: accounts, keys, headers,
 * templates and endpoints. A change is durable before it is seen.
 */
export interface Registry {
  get<K extends Kind>(kind: K, account: number, id: string): Kinds[K] | undefined;
  list<K extends Kind>(kind: K, account: number): Kinds[K][];
  hasEndpoints(account: number): boolean;
  readonly hasAnyEndpoint: boolean;
  accounts(): Account[];
  accountNumbered(number: number): Account | undefined;
  accountWithKey(hash: string): Account | undefined;
  /**
   * Writes changes, and then takes them over.
   * @param alongside is done in the same transaction.
   */
  change(
    changes: ThingChange[],
    alongside?: (transaction: Transaction) => Promise<void>,
  ): Promise<void>;
  /** Takes over a change that is not written yet. */
  keep(change: ThingChange): void;
  /** Takes over what is in the store. */
  load(): Promise<void>;
}

export function createRegistry(store: Store): Registry {
  let things = new Map<string, Map<number, Map<string, unknown>>>();
  let keyHolders = new Map<string, { account: number; keyId: string }>();
  let numbered = new Map<number, Account>();

  const shelf = (kind: string, account: number): Map<string, unknown> => {
    const ofKind = things.get(kind) ?? new Map<number, Map<string, unknown>>();
    things.set(kind, ofKind);
    const known = ofKind.get(account) ?? new Map<string, unknown>();
    ofKind.set(account, known);
    return known;
  };
  const keep = ({ kind, account, id, value }: Thing | ThingChange): void => {
    const known = shelf(kind, account);
    // Of changes that overlap, the last to begin is not the last to end.
    if (kind === "counter" && Number(known.get(id) ?? 0) > Number(value)) return;
    if (value === undefined) known.delete(id);
    else known.set(id, value);
    if (kind === "account") numbered.set((value as Account).number, value as Account);
    if (kind !== "key") return;
    const { keyId, hash, revokedAt } = value as ApiKey;
    if (revokedAt === null) keyHolders.set(hash, { account, keyId });
    // The same key may have been given to another account since.
    else if (keyHolders.get(hash)?.keyId === keyId) keyHolders.delete(hash);
  };

  const hasEndpoints = (account: number) => shelf("endpoint", account).size > 0;

  return {
    get: (kind, account, id) => things.get(kind)?.get(account)?.get(id) as never,
    list: (kind, account) => [...shelf(kind, account).values()] as never[],
    hasEndpoints,
    get hasAnyEndpoint() {
      return numbered.keys().some(hasEndpoints);
    },
    accounts: () => [...shelf("account", 0).values()] as Account[],
    accountNumbered: (number) => numbered.get(number),
    accountWithKey(hash) {
      const holder = keyHolders.get(hash);
      return holder && numbered.get(holder.account);
    },
    async change(changes, alongside) {
      await store.transaction(async (transaction) => {
        for (const { kind, account, id, value } of changes) {
          if (value === undefined) await transaction.remove(kind, account, id);
          else await transaction.put({ kind, account, id, value });
        }
        await alongside?.(transaction);
      });
      for (const change of changes) keep(change);
    },
    keep,
    async load() {
      const stored = await store.transaction((transaction) => transaction.things());
      things = new Map();
      keyHolders = new Map();
      numbered = new Map();
      // Lists are in the order of age again.
      for (const thing of stored.toSorted((one, other) => ageOf(one) - ageOf(other))) keep(thing);
    },
  };
}

/** What grows from one thing of a kind to the next, where there is something. */
function ageOf({ value }: Thing): number {
  const { number, createdAt } = value as Partial<Account & ApiKey>;
  return number ?? createdAt ?? 0;
}

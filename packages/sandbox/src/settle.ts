import type { Changes } from "./changes.ts";
import type { Emit } from "./events.ts";
import { endOfIndianDay } from "./iso-time.ts";
import { newEntry } from "./new-entry.ts";
import type { Account, Registry } from "./registry.ts";
import type { Order, StoredMessage, Transaction } from "./store/store.ts";

/** How many orders are read at once. */
const chunk = 500;
/** How many deliveries one transaction brings about, before it lets others go first. */
const mostDeliveries = 2_000;
/** How long a step that nobody hears of may wait to be taken off the agenda, in milliseconds. */
const patience = 1_000;

/** Whether the work that comes next looks at messages, or may find steps on the agenda that nobody hears of. */
export type Looking = "looking" | "not looking";

export interface Settle {
  /**
   * Does what is due by a time, in its order. Costs nothing while nothing is. Where thousands of receipts are
   * due at once, some are left, and `next` stays in the past.
   * @returns whether anything was.
   */
  (transaction: Transaction, now: number, looking: Looking): Promise<boolean>;
  /** When there is something to do even if nobody looks at a message. */
  readonly next: number;
  /** Puts steps that messages will take on the agenda. */
  order(transaction: Transaction, orders: Order[]): Promise<void>;
  /** Looks into the store again, as a transaction has been undone. */
  forget(): void;
}

/** What happens by itself as time goes by: receipts of each step, refunds of what is rejected, expiry. */
export function createSettle(registry: Registry, emit: Emit, changes: Changes): Settle {
  let nextStep = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  const areStepsHeard = () => registry.hasAnyEndpoint || changes.areHeard;

  /** @returns how many deliveries it has brought about. */
  const take = async (transaction: Transaction, order: Order): Promise<number> => {
    if (order.step === "expired") {
      await expire(transaction, registry, order);
      return 0;
    }
    const hasEndpoints = registry.hasEndpoints(order.account);
    if (!hasEndpoints && !order.books) return 0;
    const messages = await transaction.messagesTaking(order);
    if (order.books) await refund(transaction, order, messages);
    return emit(transaction, messages, order.due, order.step === "ended" ? undefined : order.step);
  };

  const settle = async (
    transaction: Transaction,
    now: number,
    looking: Looking,
  ): Promise<boolean> => {
    if (now < (looking === "looking" ? nextStep : next)) return false;
    let hasSettled = false;
    let deliveries = 0;
    let isMore = true;
    while (isMore) {
      const orders = await transaction.ordersDue(now, chunk);
      let last: Order | undefined;
      for (const order of orders) {
        if (deliveries >= mostDeliveries) break;
        deliveries += await take(transaction, order);
        last = order;
      }
      if (last) await transaction.clearOrders(last);
      hasSettled ||= last !== undefined;
      isMore = orders.length === chunk && deliveries < mostDeliveries;
    }
    nextStep = await transaction.nextOrderDue();
    next = areStepsHeard()
      ? nextStep
      : Math.min(nextStep + patience, await transaction.nextOrderDue({ booksOnly: true }));
    return hasSettled;
  };

  return Object.defineProperties(settle, {
    next: { get: () => next },
    order: {
      value: async (transaction: Transaction, orders: Order[]) => {
        await transaction.order(orders);
        const wait = areStepsHeard() ? 0 : patience;
        for (const { due, books } of orders) {
          nextStep = Math.min(nextStep, due);
          next = Math.min(next, books ? due : due + wait);
        }
      },
    },
    forget: {
      value: () => {
        nextStep = Number.NEGATIVE_INFINITY;
        next = Number.NEGATIVE_INFINITY;
      },
    },
  }) as Settle;
}

async function refund(
  transaction: Transaction,
  { account, due }: Order,
  messages: StoredMessage[],
): Promise<void> {
  const rejected = messages.filter(({ ending }) => ending === "rejected");
  await transaction.book(
    account,
    rejected.map(({ row, content, failReason, batchId }) =>
      newEntry("refund", due, content.credits, { messageRow: row, batchId, note: failReason }),
    ),
  );
}

/** Takes what is left on the last day. A day that has been changed since has another order. */
async function expire(
  transaction: Transaction,
  registry: Registry,
  { account, due }: Order,
): Promise<void> {
  const endsNow = (holder?: Account) =>
    holder && !holder.renews && endOfIndianDay(holder.expiresAt) === due;
  const known = registry.accountNumbered(account);
  // A day that is being changed is in the store before it is in the registry.
  const holder = endsNow(known) ? known : await storedAccount(transaction, account);
  if (!holder || !endsNow(holder)) return;
  const credits = await transaction.credits(account);
  if (credits === 0) return;
  const note = `Expired on ${holder.expiresAt}`;
  await transaction.book(account, [newEntry("expiry", due, -credits, { note })]);
}

async function storedAccount(
  transaction: Transaction,
  number: number,
): Promise<Account | undefined> {
  const things = await transaction.things();
  const accounts = things.filter(({ kind }) => kind === "account");
  return accounts.map(({ value }) => value as Account).find((each) => each.number === number);
}

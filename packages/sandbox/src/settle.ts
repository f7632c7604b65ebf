import type { Emit } from "./events.ts";
import { endOfIndianDay } from "./iso-time.ts";
import type { Registry } from "./registry.ts";
import type { Order, StoredMessage, Transaction } from "./store/store.ts";

/** How many orders are read at once. */
const chunk = 500;
/** How many deliveries one transaction brings about, before it lets others go first. */
const mostDeliveries = 2_000;

export interface Settle {
  /**
   * Does what is due by a time, in its order. Costs nothing while nothing is. Where thousands of receipts are
   * due at once, some are left, and `next` stays in the past.
   * @returns whether anything was.
   */
  (transaction: Transaction, now: number): Promise<boolean>;
  /** When the next order is due. */
  readonly next: number;
  /** Takes into account that orders have been added. */
  expect(due: number): void;
  /** Looks into the store again, as a transaction has been undone. */
  forget(): void;
}

/** What happens by itself as time goes by: receipts of each step, refunds of what is rejected, expiry. */
export function createSettle(registry: Registry, emit: Emit): Settle {
  let next = Number.NEGATIVE_INFINITY;

  /** @returns how many deliveries it has brought about. */
  const take = async (transaction: Transaction, order: Order): Promise<number> => {
    if (order.step === "expired") {
      await expire(transaction, registry, order);
      return 0;
    }
    const hasEndpoints = registry.hasEndpoints(order.account);
    if (!hasEndpoints && !order.refunds) return 0;
    const messages = await transaction.messagesTaking(order);
    if (order.refunds) await refund(transaction, order, messages);
    return emit(transaction, messages, order.due, order.step === "ended" ? undefined : order.step);
  };

  const settle = async (transaction: Transaction, now: number): Promise<boolean> => {
    if (now < next) return false;
    let hasSettled = false;
    let deliveries = 0;
    let left = await transaction.ordersDue(now, chunk);
    while (left.length > 0 && deliveries < mostDeliveries) {
      hasSettled = true;
      for (const order of left) {
        deliveries += await take(transaction, order);
        await transaction.clearOrders(order);
        if (deliveries >= mostDeliveries) break;
      }
      left = await transaction.ordersDue(now, chunk);
    }
    next = await transaction.nextOrderDue();
    return hasSettled;
  };

  return Object.defineProperties(settle, {
    next: { get: () => next },
    expect: { value: (due: number) => (next = Math.min(next, due)) },
    forget: { value: () => (next = Number.NEGATIVE_INFINITY) },
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
    rejected.map(({ row, content, failReason, batchId }) => ({
      at: due,
      kind: "refund" as const,
      amount: content.credits,
      messageRow: row,
      batchId,
      note: failReason,
    })),
  );
}

/** Takes what is left on the last day. A day that has been changed since has another order. */
async function expire(
  transaction: Transaction,
  registry: Registry,
  { account, due }: Order,
): Promise<void> {
  const expiresAt = registry.accountNumbered(account)?.expiresAt;
  if (expiresAt === undefined || endOfIndianDay(expiresAt) !== due) return;
  const credits = await transaction.credits(account);
  if (credits === 0) return;
  const entry = {
    at: due,
    kind: "expiry" as const,
    amount: -credits,
    messageRow: null,
    batchId: null,
  };
  await transaction.book(account, [{ ...entry, note: `Expired on ${expiresAt}` }]);
}

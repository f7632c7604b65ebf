import type { MagicRecipient } from "../magic-recipients.ts";
import type { Delays } from "../settings.ts";
import type { Order, Run, StoredMessage, Timeline } from "../store/store.ts";

/** What a message is at a time. */
export interface Progress {
  status: "queued" | "dispatched" | Timeline["ending"];
  sentAt: number | null;
  endedAt: number | null;
  failReason: string | null;
}

/**
 * Decides, when a message is accepted, what will become of it and when. Its status is then read off the
 * clock, so that nothing has to be rewritten while it is on its way.
 * @param startsAt when it may leave the queue at the earliest.
 * @param closed why the operator lets nothing out at that time, if so.
 */
export function planTimeline(
  startsAt: number,
  { queueMs, carrierMs, slowMs }: Delays,
  magic: MagicRecipient | undefined,
  closed: string | undefined,
): Timeline {
  const dispatchAt = startsAt + queueMs;
  if (magic?.stuck === "queued")
    return { dispatchAt: null, endAt: null, ending: "delivered", failReason: null };
  if (magic?.stuck === "dispatched")
    return { dispatchAt, endAt: null, ending: "delivered", failReason: null };
  const endAt = dispatchAt + (magic?.slow ? slowMs : carrierMs);
  if (magic?.ending)
    return { dispatchAt, endAt, ending: magic.ending, failReason: magic.failReason ?? null };
  if (closed) return { dispatchAt, endAt, ending: "rejected", failReason: closed };
  return { dispatchAt, endAt, ending: "delivered", failReason: null };
}

export function progressOf(message: StoredMessage, now: number): Progress {
  const { dispatchAt, endAt, ending, failReason, batchCancelledAt } = message;
  if (batchCancelledAt !== null) {
    const cancelled = "The batch was cancelled before its time";
    return { status: "failed", sentAt: null, endedAt: batchCancelledAt, failReason: cancelled };
  }
  const sentAt = dispatchAt !== null && dispatchAt <= now ? dispatchAt : null;
  if (endAt !== null && endAt <= now) return { status: ending, sentAt, endedAt: endAt, failReason };
  return {
    status: sentAt === null ? "queued" : "dispatched",
    sentAt,
    endedAt: null,
    failReason: null,
  };
}

/** How many messages share an order at most, so that what it brings about is done in bounded time. */
const longestOrder = 500;

/**
 * The steps that messages of following rows will take, as few orders: those next to each other that take a
 * step at the same time share one.
 * @param first the row of the first one.
 * @param queuedAt when their `queued` step is due, where it has not happened yet.
 */
export function ordersOf(
  messages: (Timeline & Pick<Run, "account"> & Partial<Run>)[],
  first: number,
  queuedAt?: number,
): Order[] {
  const orders: Order[] = [];
  const latest = new Map<Order["step"], Order>();
  const add = (
    step: Order["step"],
    due: number | null,
    row: number,
    last: number,
    account: number,
    books = false,
  ) => {
    if (due === null) return;
    const open = latest.get(step);
    const isNext =
      open?.due === due &&
      open.last === row - 1 &&
      last - open.first < longestOrder &&
      open.account === account &&
      open.books === books;
    if (open && isNext) {
      open.last = last;
      return;
    }
    const order = { due, step, first: row, last, account, books };
    latest.set(step, order);
    orders.push(order);
  };
  let row = first;
  for (const { dispatchAt, endAt, ending, account, count = 1 } of messages) {
    const last = row + count - 1;
    if (queuedAt !== undefined) add("queued", queuedAt, row, last, account);
    add("dispatched", dispatchAt, row, last, account);
    add("ended", endAt, row, last, account, ending === "rejected");
    row = last + 1;
  }
  return orders;
}

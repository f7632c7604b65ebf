import type { Core } from "../core.ts";
import { newEntry } from "../new-entry.ts";
import type { Account } from "../registry.ts";
import type { StoredBatch } from "../store/store.ts";
import { noBatch } from "./get-batch.ts";
import { ordersOf } from "./timeline.ts";

/**
 * `DELETE /sms/schedule/{batchId}`: calls a batch off before its time. What is due has happened by then, in
 * the same transaction, so that a batch either starts or is cancelled.
 */
export function cancelScheduled(core: Core, account: Account, batchId: string) {
  return core.act(async (transaction, now) => {
    const batch = await transaction.batch(batchId);
    if (batch?.account !== account.number) return noBatch(core, batchId);
    const obstacle = obstacleTo(batch, now);
    if (obstacle) return core.fault("NOT_CANCELLABLE", `The batch ${batchId} ${obstacle}`);
    await transaction.cancelBatch(batch, now);
    await core.settle.order(transaction, ordersOfCancelled(batch, now));
    const amount = (batch.last - batch.first + 1) * batch.content.credits;
    const note = "Cancelled before its time";
    await transaction.book(account.number, [newEntry("refund", now, amount, { batchId, note })]);
    core.changes.note("messages", "batches", "ledger", "deliveries");
    return { cancelled: true, batchId };
  });
}

/** What tells endpoints of the end of every message. */
function ordersOfCancelled({ account, first, last }: StoredBatch, now: number) {
  const end = {
    account,
    dispatchAt: null,
    endAt: now,
    ending: "failed",
    failReason: null,
  } as const;
  return ordersOf(Array<typeof end>(last - first + 1).fill(end), first);
}

function obstacleTo({ cancelledAt, scheduledAt, startsAt, first, last }: StoredBatch, now: number) {
  if (cancelledAt !== null) return "is cancelled already.";
  if (scheduledAt === null)
    return "was not scheduled, so there is no time before which to cancel it.";
  if (last < first) return "is completed already, as none of its recipients was accepted.";
  if (startsAt <= now) return "has started and cannot be cancelled. Read it to see how far it is.";
  return undefined;
}

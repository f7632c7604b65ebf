import type { Core } from "../core.ts";
import { newEntry } from "../new-entry.ts";
import type { Ending, StoredMessage, Transaction } from "../store/store.ts";
import { progressOf } from "./timeline.ts";

/**
 * Brings a message to its end now, whatever it was on its way to.
 * @returns the message as it is then, or why it cannot be.
 */
export async function endMessage(
  core: Core,
  transaction: Transaction,
  message: StoredMessage,
  now: number,
  ending: Ending,
  failReason: string | null,
): Promise<StoredMessage | string> {
  const { status, sentAt, endedAt } = progressOf(message, now);
  if (endedAt !== null) return "is final already";
  const { scheduledAt, batch } = message;
  if (batch !== null && (scheduledAt ?? 0) > now)
    return "is of a batch that has not started; cancel the batch instead";
  const reason = failReason ?? (ending === "delivered" ? null : "Ended by hand");
  const timeline = { dispatchAt: sentAt ?? now, endAt: now, ending, failReason: reason };
  await transaction.changeTimeline(message.row, timeline);
  await core.keepTime(transaction);
  const ended = { ...message, ...timeline };
  if (ending === "rejected") {
    const { row, account, batchId, content } = message;
    await transaction.book(account, [
      newEntry("refund", now, content.credits, { messageRow: row, batchId, note: reason }),
    ]);
  }
  if (status === "queued") await core.emit(transaction, [ended], now, "dispatched");
  await core.emit(transaction, [ended], now);
  core.changes.note("messages", "batches", "ledger", "deliveries");
  return ended;
}

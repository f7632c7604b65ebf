import type { StoredBatch, Transaction } from "../store/store.ts";

export interface BatchProgress {
  state: "scheduled" | "sending" | "completed" | "cancelled";
  total: number;
  delivered: number;
  /** With those that were not accepted, and all of a cancelled batch: `total` is always the sum. */
  failed: number;
  pending: number;
  deliveryRate: string;
  completedAt: number | null;
}

export async function batchProgress(
  transaction: Transaction,
  batch: StoredBatch,
  now: number,
): Promise<BatchProgress> {
  const total = batch.last - batch.first + 1 + batch.refused;
  if (batch.cancelledAt !== null) {
    const counts = { total, delivered: 0, failed: total, pending: 0, deliveryRate: rate(0, total) };
    return { state: "cancelled", ...counts, completedAt: batch.cancelledAt };
  }
  const endings = await transaction.countEndings(batch, now);
  const { delivered } = endings;
  const failed = endings.failed + batch.refused;
  const pending = total - delivered - failed;
  const counts = { total, delivered, failed, pending, deliveryRate: rate(delivered, total) };
  if (pending === 0)
    return { state: "completed", ...counts, completedAt: endings.lastAt ?? batch.acceptedAt };
  return { state: batch.startsAt > now ? "scheduled" : "sending", ...counts, completedAt: null };
}

/** A share as `96.7%`, rounded, but for 100.0%, which is said only when nothing is missing. */
function rate(delivered: number, total: number): string {
  const tenths = Math.round((delivered / total) * 1_000);
  return `${((delivered < total ? Math.min(tenths, 999) : tenths) / 10).toFixed(1)}%`;
}

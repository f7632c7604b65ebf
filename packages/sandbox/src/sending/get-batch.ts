import type { Core } from "../core.ts";
import { isoSeconds } from "../iso-time.ts";
import type { Account } from "../registry.ts";
import { batchProgress } from "./batch-progress.ts";

/** `GET /sms/batch/{batchId}`: the counts of a batch as they are now. */
export function getBatch(core: Core, account: Account, batchId: string) {
  return core.act(async (transaction, now) => {
    const batch = await transaction.batch(batchId);
    if (batch?.account !== account.number) return noBatch(core, batchId);
    const { state, completedAt, ...counts } = await batchProgress(transaction, batch, now);
    return { batchId, ...counts, completedAt: isoSeconds(completedAt) ?? null };
  });
}

export function noBatch({ fault }: Core, batchId: string) {
  return fault("NOT_FOUND", `This account has sent no batch ${batchId}. Check the id and the key.`);
}

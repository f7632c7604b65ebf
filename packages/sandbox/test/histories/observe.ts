import { isoSeconds } from "../../src/iso-time.ts";
import { getBatch } from "../../src/sending/get-batch.ts";
import { type Progress, progressOf } from "../../src/sending/timeline.ts";
import type { LedgerEntry, StoredMessage } from "../../src/store/store.ts";
import type { InProcessSandbox } from "./in-process-sandbox.ts";

/** What there is in a sandbox at a time. */
export interface Observation {
  now: number;
  accounts: { accountId: string; credits: number; ledger: LedgerEntry[] }[];
  messages: (StoredMessage & { now: Progress; id: string })[];
  batches: ObservedBatch[];
}

export interface ObservedBatch {
  batchId: string;
  startsAt: number;
  cancelledAt: number | null;
  first: number;
  last: number;
  credits: number;
  /** What the API answers of it. */
  shown: ShownBatch;
}

export interface ShownBatch {
  total: number;
  delivered: number;
  failed: number;
  pending: number;
  deliveryRate: string;
  completedAt: string | null;
}

const all = { before: Number.MAX_SAFE_INTEGER, limit: 1_000_000 };

/** Looks at everything, oldest first. What is due happens first, as for whoever asks. */
export async function observe({ core }: InProcessSandbox): Promise<Observation> {
  const found = await core.act(async (transaction, now) => {
    const observation: Observation = { now, accounts: [], messages: [], batches: [] };
    for (const { number, accountId } of core.registry.accounts()) {
      const ledger = (await transaction.ledger(number, all)).reverse();
      observation.accounts.push({ accountId, credits: await transaction.credits(number), ledger });
      const messages = await transaction.messages(number, {}, now, all);
      for (const message of messages.reverse())
        observation.messages.push({
          ...message,
          now: progressOf(message, now),
          id: core.messageId(message),
        });
      for (const batch of (await transaction.batches(number, all)).reverse())
        observation.batches.push({
          ...batch,
          credits: batch.content.credits * (batch.last - batch.first + 1),
          shown: undefined as unknown as ShownBatch,
        });
    }
    return observation;
  });
  for (const account of core.registry.accounts())
    for (const batch of found.batches) {
      const shown = await getBatch(core, account, batch.batchId);
      if (!("code" in shown)) batch.shown = shown;
    }
  return found;
}

export const seconds = isoSeconds;

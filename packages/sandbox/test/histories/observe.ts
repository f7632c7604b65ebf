import { type BatchProgress, batchProgress } from "../../src/sending/batch-progress.ts";
import { type Progress, progressOf } from "../../src/sending/timeline.ts";
import type { LedgerEntry, StoredBatch, StoredMessage } from "../../src/store/store.ts";
import type { InProcessSandbox } from "./in-process-sandbox.ts";

/** What there is in a sandbox at a time, all of it oldest first. */
export interface Observation {
  now: number;
  accounts: ObservedAccount[];
  messages: Map<number, ObservedMessage>;
  batches: Map<string, ObservedBatch>;
}

export interface ObservedAccount {
  number: number;
  accountId: string;
  credits: number;
  ledger: LedgerEntry[];
}

export interface ObservedMessage extends StoredMessage {
  id: string;
  is: Progress;
}

export interface ObservedBatch extends StoredBatch {
  is: BatchProgress;
}

const all = { before: Number.MAX_SAFE_INTEGER, limit: 1_000_000 };

/**
 * Looks at everything. What is due happens first, as for whoever asks.
 * @param before what was seen before, and still is of accounts but the `touched` while the clock stands.
 */
export function observe(
  { core }: InProcessSandbox,
  before?: Observation,
  touched: ReadonlySet<string> = new Set(),
): Promise<Observation> {
  return core.act(async (transaction, now) => {
    const accounts: ObservedAccount[] = [];
    const messages: ObservedMessage[] = [];
    const batches = new Map<string, ObservedBatch>();
    for (const { number, accountId } of core.registry.accounts()) {
      const seen = before?.accounts.find((account) => account.number === number);
      if (before?.now === now && seen && !touched.has(accountId)) {
        accounts.push(seen);
        for (const each of before.messages.values())
          if (each.account === number) messages.push(each);
        for (const [id, each] of before.batches) if (each.account === number) batches.set(id, each);
        continue;
      }
      const ledger = (await transaction.ledger(number, all)).reverse();
      accounts.push({ number, accountId, credits: await transaction.credits(number), ledger });
      for (const message of await transaction.messages(number, {}, now, all))
        messages.push({ ...message, id: core.messageId(message), is: progressOf(message, now) });
      for (const batch of (await transaction.batches(number, all)).reverse())
        batches.set(batch.batchId, { ...batch, is: await batchProgress(transaction, batch, now) });
    }
    messages.sort((one, other) => one.row - other.row);
    return { now, accounts, messages: new Map(messages.map((each) => [each.row, each])), batches };
  });
}

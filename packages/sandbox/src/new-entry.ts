import type { NewLedgerEntry } from "./store/store.ts";

/** An entry of the ledger, with what it is about where it is about anything. */
export function newEntry(
  kind: NewLedgerEntry["kind"],
  at: number,
  amount: number,
  {
    messageRow = null,
    batchId = null,
    note = null,
  }: Partial<Pick<NewLedgerEntry, "messageRow" | "batchId" | "note">> = {},
): NewLedgerEntry {
  return { kind, at, amount, messageRow, batchId, note };
}

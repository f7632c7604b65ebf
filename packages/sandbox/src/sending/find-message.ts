import type { Core } from "../core.ts";
import type { StoredMessage, Transaction } from "../store/store.ts";

/** The message of an account with a public id. */
export async function findMessage(
  core: Core,
  transaction: Transaction,
  account: number,
  messageId: string,
): Promise<StoredMessage | undefined> {
  const row = core.ids.message.rowOf(messageId);
  const byRow = row === undefined ? undefined : await transaction.message(row);
  const isNamed = byRow !== undefined && byRow.publicId === null;
  const message = isNamed ? byRow : await transaction.messageNamed(messageId);
  return message?.account === account ? message : undefined;
}

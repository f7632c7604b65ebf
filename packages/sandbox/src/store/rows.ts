import type { SQLInputValue } from "node:sqlite";
import {
  type Attempt,
  type Content,
  type LedgerEntry,
  type NewLedgerEntry,
  type NewMessage,
  type Order,
  type StoredBatch,
  type StoredDelivery,
  type StoredMessage,
  steps,
  type Timeline,
} from "./store.ts";

/** A row as SQLite gives it. */
export type Row = Record<string, SQLInputValue>;

/** A message in the list of its sending: its recipient, alone where its batch has the rest. */
type ListedMessage = string | [to: string, text: string, segments: number, credits: number];

export function listed({ to, content }: Pick<NewMessage, "to" | "content">): ListedMessage {
  return content ? [to, content.text, content.segments, content.credits] : to;
}

export function listedMessages(row: Row): ListedMessage[] {
  return JSON.parse(String(row.messages));
}

/** The messages of a sending whose rows lie between two, with these. */
export function storedMessages(row: Row, from: number, to: number): StoredMessage[] {
  const start = Number(row.first);
  const first = Math.max(start, from);
  return listedMessages(row)
    .slice(first - start, Math.max(0, to - start + 1))
    .map((message, index) => storedMessage(row, first + index, message));
}

function storedMessage(row: Row, number: number, message: ListedMessage): StoredMessage {
  const shared = content(row);
  const [to, text, segments, credits] =
    typeof message === "string" ? [message, shared.text, shared.segments, shared.credits] : message;
  return {
    row: number,
    account: Number(row.account),
    batch: nullableNumber(row.batch),
    batchId: nullableText(row.batch_id),
    batchCancelledAt: nullableNumber(row.cancelled_at),
    to,
    operator: nullableText(row.operator),
    queuedAt: Number(row.queued_at),
    scheduledAt: nullableNumber(row.scheduled_at),
    publicId: nullableText(row.public_id),
    content: { ...shared, text, segments, credits },
    ...timeline(row),
  };
}

function timeline(row: Row): Timeline {
  return {
    dispatchAt: nullableNumber(row.dispatch_at),
    endAt: nullableNumber(row.end_at),
    ending: String(row.ending) as Timeline["ending"],
    failReason: nullableText(row.fail_reason),
  };
}

function content(row: Row): Content {
  return {
    senderId: String(row.sender_id),
    templateId: String(row.template_id),
    type: String(row.type),
    unicode: row.unicode === 1,
    text: String(row.text),
    segments: Number(row.segments),
    credits: Number(row.credits),
  };
}

export function storedBatch(row: Row): StoredBatch {
  return {
    number: Number(row.number),
    batchId: String(row.batch_id),
    account: Number(row.account),
    first: Number(row.first),
    last: Number(row.last),
    refused: Number(row.refused),
    content: content(row),
    acceptedAt: Number(row.accepted_at),
    startsAt: Number(row.starts_at),
    scheduledAt: nullableText(row.scheduled_at),
    cancelledAt: nullableNumber(row.cancelled_at),
  };
}

export function storedOrder(row: Row): Order {
  const step = steps[Number(row.step)];
  if (!step) throw new Error(`The data file has an unknown step ${row.step}.`);
  return {
    due: Number(row.due),
    step,
    first: Number(row.first),
    last: Number(row.last),
    account: Number(row.account),
    books: row.books === 1,
  };
}

/** The entries of a row of the ledger, the newest first. */
export function ledgerEntries(row: Row): LedgerEntry[] {
  const amounts = String(row.amounts).split(",").map(Number).reverse();
  const messageRow = nullableNumber(row.message_row);
  let balance = Number(row.balance);
  return amounts.map((amount, index) => {
    const entry = {
      row: Number(row.row) - index,
      at: Number(row.at),
      kind: String(row.kind) as NewLedgerEntry["kind"],
      amount,
      balance,
      messageRow: messageRow === null ? null : messageRow - index,
      batchId: nullableText(row.batch_id),
      note: nullableText(row.note),
    };
    balance -= amount;
    return entry;
  });
}

export function storedDelivery(row: Row): StoredDelivery {
  return {
    row: Number(row.row),
    eventRow: Number(row.event_row),
    account: Number(row.account),
    messageRow: Number(row.message_row),
    event: String(row.event),
    body: String(row.body),
    at: Number(row.at),
    endpointId: String(row.endpoint_id),
    state: String(row.state) as StoredDelivery["state"],
    tries: Number(row.tries),
    attempts: Number(row.attempts),
    lastStatus: nullableNumber(row.last_status),
    nextAttemptAt: nullableNumber(row.next_attempt_at),
  };
}

export function storedAttempt(row: Row): Attempt {
  return {
    number: Number(row.number),
    at: Number(row.at),
    url: String(row.url),
    requestHeaders: JSON.parse(String(row.request_headers)),
    status: nullableNumber(row.status),
    responseHeaders:
      row.response_headers === null ? null : JSON.parse(String(row.response_headers)),
    responseBody: nullableText(row.response_body),
    durationMs: Number(row.duration_ms),
    error: nullableText(row.error),
  };
}

function nullableNumber(value: SQLInputValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function nullableText(value: SQLInputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

import type { SQLInputValue } from "node:sqlite";
import {
  type Attempt,
  type Content,
  type LedgerEntry,
  type NewLedgerEntry,
  type Order,
  type StoredBatch,
  type StoredDelivery,
  type StoredMessage,
  steps,
  type Timeline,
} from "./store.ts";

/** A row as SQLite gives it. */
export type Row = Record<string, SQLInputValue>;

export function storedMessage(row: Row): StoredMessage {
  return {
    row: Number(row.row),
    account: Number(row.account),
    batch: nullableNumber(row.batch),
    batchId: nullableText(row.batch_id),
    batchCancelledAt: nullableNumber(row.cancelled_at),
    to: String(row.recipient),
    operator: nullableText(row.operator),
    queuedAt: Number(row.queued_at),
    scheduledAt: nullableNumber(row.scheduled_at),
    publicId: nullableText(row.public_id),
    content: content(row),
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

export function content(row: Row): Content {
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
    refunds: row.refunds === 1,
  };
}

export function ledgerEntry(row: Row): LedgerEntry {
  return {
    row: Number(row.row),
    at: Number(row.at),
    kind: String(row.kind) as NewLedgerEntry["kind"],
    amount: Number(row.amount),
    balance: Number(row.balance),
    messageRow: nullableNumber(row.message_row),
    batchId: nullableText(row.batch_id),
    note: nullableText(row.note),
  };
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

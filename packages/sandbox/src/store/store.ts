import type { MessageStatus } from "@getclickmedia/sms-types";

/**
 * Where everything is kept. The rules are not in here: a store adds rows, finds them and changes them, in
 * transactions that are durable once they resolve. Times are milliseconds since 1970, and an account is
 * named by its number.
 */
export interface Store {
  /**
   * Runs work in a transaction, and resolves with its result once that is durable. Transactions run one
   * after the other. Work may be run again after another's failure, so its only effect must be on the
   * transaction.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface Transaction {
  /** Small things found by their kind and id, as accounts, keys, templates and settings. */
  put(thing: Thing): Promise<void>;
  remove(kind: string, account: number, id: string): Promise<void>;
  things(): Promise<Thing[]>;
  /** Forgets everything. */
  clear(): Promise<void>;

  credits(account: number): Promise<number>;
  /** Books entries, changes the balance by them and answers what it is then. */
  book(account: number, entries: NewLedgerEntry[]): Promise<number>;
  ledger(account: number, page: Page): Promise<LedgerEntry[]>;
  /** When the last entry was booked; 0 where there is none. */
  lastBooking(): Promise<number>;

  /** Adds messages in rows that follow each other, and answers the first. */
  addMessages(messages: NewMessage[]): Promise<number>;
  /** Adds the messages of a batch, in rows that follow each other, and answers the first. */
  addBatchMessages(messages: BatchMessages): Promise<number>;
  message(row: number): Promise<StoredMessage | undefined>;
  messageNamed(publicId: string): Promise<StoredMessage | undefined>;
  messages(
    account: number,
    filter: MessageFilter,
    now: number,
    page: Page,
  ): Promise<StoredMessage[]>;
  /** The messages of an order that take its step when it is due, as no later change has moved them. */
  messagesTaking(order: Order): Promise<StoredMessage[]>;
  changeTimeline(row: number, timeline: Timeline): Promise<void>;
  countMessages(): Promise<number>;

  addBatch(batch: NewBatch): Promise<void>;
  batch(batchId: string): Promise<StoredBatch | undefined>;
  batches(account: number, page: Page): Promise<StoredBatch[]>;
  /** Marks a batch as cancelled; its messages end then, and take no step any more. */
  cancelBatch(batch: StoredBatch, at: number): Promise<void>;
  /** How far the messages of a batch have come. */
  countEndings(batch: StoredBatch, now: number): Promise<Endings>;
  lastBatchNumber(): Promise<number>;

  /** Puts steps that messages will take on the agenda. */
  order(orders: Order[]): Promise<void>;
  /** The next orders up to a time, in their order: by time, step and row. */
  ordersDue(now: number, limit: number): Promise<Order[]>;
  /** Takes orders up to and including this one off the agenda. */
  clearOrders(last: Order): Promise<void>;
  /** @param only of those that book credits, if so. */
  nextOrderDue(only?: { booksOnly: boolean }): Promise<number>;

  /** Adds an event and its deliveries to the endpoints. */
  addEvent(event: NewEvent, endpointIds: string[]): Promise<void>;
  /** Deliveries whose attempt is due: of each endpoint the first ones, up to a limit. */
  deliveriesDue(now: number, limit: number): Promise<StoredDelivery[]>;
  /** When the first attempt after a time is due. */
  nextDeliveryDue(after: number): Promise<number>;
  delivery(row: number): Promise<StoredDelivery | undefined>;
  deliveries(account: number, filter: DeliveryFilter, page: Page): Promise<StoredDelivery[]>;
  addAttempt(delivery: number, attempt: NewAttempt): Promise<void>;
  attempts(delivery: number): Promise<Attempt[]>;
  /** Changes a delivery; one that ends lets the next of its message go. */
  changeDelivery(row: number, change: DeliveryChange, now: number): Promise<void>;
  /** Ends every delivery to an endpoint that is still pending. */
  stopDeliveries(account: number, endpointId: string): Promise<void>;
}

export interface Thing {
  kind: string;
  /** 0 for what belongs to no account. */
  account: number;
  id: string;
  value: unknown;
}

/** Newest first, from below a row. */
export interface Page {
  before: number;
  limit: number;
}

export interface NewLedgerEntry {
  at: number;
  kind: "grant" | "send" | "refund" | "expiry";
  /** Positive adds credits. */
  amount: number;
  messageRow: number | null;
  batchId: string | null;
  note: string | null;
}

export interface LedgerEntry extends NewLedgerEntry {
  row: number;
  balance: number;
}

export type Ending = Extract<MessageStatus, "delivered" | "failed" | "rejected">;

/** What a message will have become at any time, unless something changes it. */
export interface Timeline {
  /** `null` for one that never leaves the queue. */
  dispatchAt: number | null;
  /** `null` for one that never ends. */
  endAt: number | null;
  ending: Ending;
  failReason: string | null;
}

/** What a message says and costs. */
export interface Content {
  senderId: string;
  templateId: string;
  type: string;
  unicode: boolean;
  text: string;
  segments: number;
  credits: number;
}

export interface NewMessage extends Timeline {
  account: number;
  /** The number of its batch, which has the content. */
  batch: number | null;
  content: Content | null;
  to: string;
  /** `null` for the one that the number tells. */
  operator: string | null;
  queuedAt: number;
  scheduledAt: number | null;
  /** An id of its own, for one that was not given its id by its row. */
  publicId: string | null;
}

/** So many messages that follow each other and take their steps together. */
export interface Run extends Timeline {
  account: number;
  count: number;
}

/** The messages of a batch, which differ in their recipients and from run to run in their times. */
export interface BatchMessages {
  batch: number;
  recipients: string[];
  queuedAt: number;
  scheduledAt: number | null;
  /** As many messages as there are recipients. */
  runs: Run[];
}

export interface StoredMessage extends Omit<NewMessage, "content"> {
  row: number;
  content: Content;
  batchId: string | null;
  batchCancelledAt: number | null;
}

export interface MessageFilter {
  to?: string;
  rows?: { first: number; last: number };
  status?: string;
}

export interface NewBatch {
  number: number;
  batchId: string;
  account: number;
  /** The rows of its messages. The last one is before the first where there are none. */
  first: number;
  last: number;
  /** How many recipients were not accepted. */
  refused: number;
  content: Content;
  acceptedAt: number;
  /** When its first message may leave the queue. */
  startsAt: number;
  /** `scheduleAt` as it was written. */
  scheduledAt: string | null;
}

export interface StoredBatch extends NewBatch {
  cancelledAt: number | null;
}

export interface Endings {
  delivered: number;
  failed: number;
  lastAt: number | null;
}

/** Messages of following rows that take a step at the same time. */
export interface Order {
  due: number;
  step: Step;
  /** For an expiry the number of the account, twice. */
  first: number;
  last: number;
  account: number;
  /** Whether the step changes credits: an expiry, and the end of what is rejected. */
  books: boolean;
}

/** What may be due, in the order in which it happens at the same time. */
export const steps = ["queued", "dispatched", "ended", "expired"] as const;
export type Step = (typeof steps)[number];

export interface NewEvent {
  account: number;
  messageRow: number;
  event: string;
  /** The bytes that are sent, the same each time. */
  body: string;
  at: number;
}

export type DeliveryState = "pending" | "delivered" | "failed" | "stopped";

export interface StoredDelivery {
  row: number;
  eventRow: number;
  account: number;
  messageRow: number;
  event: string;
  body: string;
  at: number;
  endpointId: string;
  state: DeliveryState;
  /** How many of the attempts of the retry schedule were made. */
  tries: number;
  /** How many attempts were made, with those by hand. */
  attempts: number;
  lastStatus: number | null;
  /** `null` once it has ended, or while an earlier event of the same message is not delivered. */
  nextAttemptAt: number | null;
}

export type DeliveryChange = Pick<
  StoredDelivery,
  "state" | "tries" | "lastStatus" | "nextAttemptAt"
>;

export interface DeliveryFilter {
  endpointId?: string;
  messageRow?: number;
  state?: DeliveryState;
}

export interface NewAttempt {
  at: number;
  url: string;
  requestHeaders: Record<string, string>;
  status: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  durationMs: number;
  error: string | null;
}

export interface Attempt extends NewAttempt {
  number: number;
}

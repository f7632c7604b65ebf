import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { isoSeconds } from "../iso-time.ts";
import type { MagicRecipient } from "../magic-recipients.ts";
import { newEntry } from "../new-entry.ts";
import type { Account } from "../registry.ts";
import type { Content, NewLedgerEntry, NewMessage, Transaction } from "../store/store.ts";
import { noCredits } from "./accept.ts";
import { ordersOf, planTimeline } from "./timeline.ts";

/** A send that nothing but the credits can still refuse. */
export interface CheckedSend {
  account: Account;
  to: string;
  content: Content;
  /** When it is due, in milliseconds. */
  start: number;
  isScheduled: boolean;
  magic: MagicRecipient | undefined;
}

export interface AcceptedSend {
  messageId: string;
  to: string;
  status: string;
  queuedAt: string;
  credits: number;
}

/** From how many sends at once on the next ones gather for a while, and how long at most, in milliseconds. */
const crowd = 8;
const longestGathering = 2;
/** How many of a crowd are enough: the rest keep the process busy while the disk has them. */
const enough = 0.7;

export type AcceptSend = (send: CheckedSend) => Promise<AcceptedSend | Fault>;

interface Waiting {
  send: CheckedSend;
  resolve: (result: AcceptedSend | Fault) => void;
  reject: (error: unknown) => void;
}

/**
 * Accepts single sends. All that wait for the same transaction are stored together, by a few statements more
 * than one would take.
 */
export function createAcceptSend(core: () => Core): AcceptSend {
  let waiting: Waiting[] = [];
  /** How many are not answered yet, now and when the last group began. */
  let open = 0;
  let lastOpen = 0;
  let stopGathering = () => {};

  const acceptWaiting = async (): Promise<void> => {
    // Where many come, a commit that waits for more of them costs each less. On a clock that stands still,
    // calls have their effect in their order, the same in every run.
    if (lastOpen >= crowd && core().clock.speed > 0) {
      await new Promise<void>((resolve) => {
        stopGathering = resolve;
        setTimeout(resolve, longestGathering);
      });
    }
    lastOpen = open;
    let group: Waiting[] = [];
    const take = () => {
      group = group.concat(waiting);
      waiting = [];
      return group.map(({ send }) => send);
    };
    try {
      const results = await core().act(
        (transaction, now) => acceptAll(core(), transaction, now, take()),
        "not looking",
      );
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as AcceptedSend);
    } catch (error) {
      take();
      for (const { reject } of group) reject(error);
    }
    open -= group.length;
  };

  return (send) =>
    new Promise((resolve, reject) => {
      waiting.push({ send, resolve, reject });
      open += 1;
      if (waiting.length >= lastOpen * enough) stopGathering();
      if (waiting.length === 1) void acceptWaiting();
    });
}

async function acceptAll(
  core: Core,
  transaction: Transaction,
  now: number,
  sends: CheckedSend[],
): Promise<(AcceptedSend | Fault)[]> {
  const balances = new Map<number, number>();
  const results: (AcceptedSend | Fault)[] = [];
  const messages: (NewMessage & { content: Content })[] = [];
  const places: number[] = [];
  for (const [index, send] of sends.entries()) {
    const { number } = send.account;
    const { credits } = send.content;
    const balance = balances.get(number) ?? (await transaction.credits(number));
    if (credits > balance) {
      results[index] = noCredits(core, send.account, credits, balance, now);
      continue;
    }
    balances.set(number, balance - credits);
    messages.push(planned(core, send, now));
    places.push(index);
  }
  if (messages.length === 0) return results;

  const first = await transaction.addMessages(messages);
  await core.settle.order(transaction, ordersOf(messages, first));
  const entries = new Map<number, NewLedgerEntry[]>();
  for (const [index, message] of messages.entries()) {
    const row = first + index;
    const { account, to, content } = message;
    const ofAccount = entries.get(account) ?? [];
    entries.set(account, ofAccount);
    ofAccount.push(newEntry("send", now, -content.credits, { messageRow: row }));
    if (core.registry.hasEndpoints(account)) {
      const stored = { ...message, row, batchId: null, batchCancelledAt: null };
      await core.emit(transaction, [stored], now, "queued");
    }
    results[places[index] ?? 0] = {
      messageId: core.ids.message.of(row),
      to,
      status: "queued",
      queuedAt: isoSeconds(now),
      credits: content.credits,
    };
  }
  for (const [account, ofAccount] of entries) await transaction.book(account, ofAccount);
  core.changes.note("messages", "ledger", "deliveries");
  return results;
}

function planned(
  core: Core,
  { account, to, content, start, isScheduled, magic }: CheckedSend,
  now: number,
) {
  const startsAt = Math.max(start, now);
  const closed = core.dlt.closedFor(content.type, startsAt);
  const timeline = planTimeline(startsAt, core.settings.delays, magic, closed);
  return {
    account: account.number,
    batch: null,
    content,
    to,
    operator: null,
    queuedAt: now,
    scheduledAt: isScheduled ? start : null,
    publicId: null,
    dispatchAt: timeline.dispatchAt,
    endAt: timeline.endAt,
    ending: timeline.ending,
    failReason: timeline.failReason,
  };
}

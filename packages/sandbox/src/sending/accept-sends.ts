import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { isoSeconds } from "../iso-time.ts";
import type { MagicRecipient } from "../magic-recipients.ts";
import { newEntry } from "../new-entry.ts";
import type { Account } from "../registry.ts";
import type { Content, NewMessage, Transaction } from "../store/store.ts";
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

/** From how many sends in one commit on the next ones gather for a while, and how long, in milliseconds. */
const crowd = 8;
const gathering = 1;

export type AcceptSend = (send: CheckedSend) => Promise<AcceptedSend | Fault>;

interface Waiting {
  send: CheckedSend;
  resolve: (result: AcceptedSend | Fault) => void;
  reject: (error: unknown) => void;
}

/**
 * Accepts single sends. All that wait for the same transaction are stored together, by as many statements as
 * one would take.
 */
export function createAcceptSend(core: () => Core): AcceptSend {
  let waiting: Waiting[] = [];
  let lastGroup = 0;

  const acceptWaiting = async (): Promise<void> => {
    // Where many come, a commit that waits for more of them costs each less. On a clock that stands still,
    // calls have their effect in their order, the same in every run.
    if (lastGroup >= crowd && core().clock.speed > 0) await sleep(gathering);
    let group: Waiting[] = [];
    const take = () => {
      group = group.concat(waiting);
      waiting = [];
      return group.map(({ send }) => send);
    };
    try {
      const results = await core().act((transaction, now) =>
        acceptAll(core(), transaction, now, take()),
      );
      lastGroup = group.length;
      results.forEach((result, index) => {
        group[index]?.resolve(result);
      });
    } catch (error) {
      take();
      for (const { reject } of group) reject(error);
    }
  };

  return (send) =>
    new Promise((resolve, reject) => {
      waiting.push({ send, resolve, reject });
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
  const accepted: { index: number; message: NewMessage & { content: Content } }[] = [];
  const results: (AcceptedSend | Fault)[] = [];
  for (const [index, send] of sends.entries()) {
    const { number } = send.account;
    const { credits } = send.content;
    const balance = balances.get(number) ?? (await transaction.credits(number));
    if (credits > balance) results[index] = noCredits(core, credits, balance);
    else {
      balances.set(number, balance - credits);
      accepted.push({ index, message: planned(core, send, now) });
    }
  }
  if (accepted.length === 0) return results;

  const messages = accepted.map(({ message }) => message);
  const first = await transaction.addMessages(messages);
  await core.settle.order(transaction, ordersOf(messages, first));
  for (const number of balances.keys()) {
    const entries = messages.flatMap(({ account, content }, index) =>
      account === number
        ? newEntry("send", now, -content.credits, { messageRow: first + index })
        : [],
    );
    await transaction.book(number, entries);
  }
  for (const [offset, { index, message }] of accepted.entries()) {
    const stored = { ...message, row: first + offset, batchId: null, batchCancelledAt: null };
    if (core.registry.hasEndpoints(message.account))
      await core.emit(transaction, [stored], now, "queued");
    results[index] = {
      messageId: core.messageId(stored),
      to: message.to,
      status: "queued",
      queuedAt: isoSeconds(now),
      credits: message.content.credits,
    };
  }
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

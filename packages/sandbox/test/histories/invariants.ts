import { expect } from "vitest";
import { isoSeconds } from "../../src/iso-time.ts";
import { magicRecipient } from "../../src/magic-recipients.ts";
import type { NewEvent } from "../../src/store/store.ts";
import type { Observation, ObservedBatch } from "./observe.ts";
import type { Play } from "./play.ts";

const rank = { queued: 0, dispatched: 1, delivered: 2, failed: 2, rejected: 2 };
const isFinal = (status: keyof typeof rank) => rank[status] === 2;

/** Throws where something is not as it must be at any time. */
export function checkInvariants(before: Observation, after: Observation, game: Play): void {
  checkProgress(before, after);
  checkLedger(before, after);
  checkBalances(after);
  checkBatches(before, after);
  checkEvents(after, game.sandbox.events);
  checkAnswers(before, after, game);
}

/** No status goes back, and what is final stays as it is. */
function checkProgress(before: Observation, after: Observation): void {
  for (const [index, { row, now: was }] of before.messages.entries()) {
    const message = after.messages.find((each) => each.row === row) ?? after.messages[index];
    if (message?.row !== row) throw new Error(`The message in row ${row} is gone.`);
    const { now } = message;
    if (rank[now.status] < rank[was.status])
      throw new Error(`Message ${row} went from ${was.status} back to ${now.status}.`);
    if (isFinal(was.status)) expect(now).toEqual(was);
    if (was.sentAt !== null) expect(now.sentAt).toBe(was.sentAt);
  }
  for (const { row, now, queuedAt, scheduledAt } of after.messages) {
    const { status, sentAt, endedAt, failReason } = now;
    expect(endedAt !== null).toBe(isFinal(status));
    expect(failReason !== null).toBe(status === "failed" || status === "rejected");
    const times = [queuedAt, sentAt ?? queuedAt, endedAt ?? after.now];
    const isInOrder = times.every((time, index) => time >= (times[index - 1] ?? 0));
    // A batch that is cancelled ends before its messages were to enter the queue.
    if (!isInOrder && endedAt !== null && sentAt !== null)
      throw new Error(`The times of message ${row} are out of order: ${times.join(", ")}.`);
    if (status === "dispatched" && scheduledAt !== null)
      expect(sentAt).toBeGreaterThanOrEqual(scheduledAt);
  }
}

/** Entries stay, chain, and never fall below zero; the last one is the balance. */
function checkLedger(before: Observation, after: Observation): void {
  for (const { accountId, credits, ledger } of after.accounts) {
    const earlier =
      before.accounts.find((account) => account.accountId === accountId)?.ledger ?? [];
    expect(ledger.slice(0, earlier.length)).toEqual(earlier);
    let balance = 0;
    for (const entry of ledger) {
      balance += entry.amount;
      if (entry.balance !== balance || balance < 0)
        throw new Error(
          `Entry ${entry.row} of ${accountId} says ${entry.balance}, not ${balance}.`,
        );
    }
    expect(credits).toBe(balance);
  }
}

/** The balance is what was given, less what the messages cost, and what of that has come back. */
function checkBalances(observation: Observation): void {
  for (const [index, { credits, ledger }] of observation.accounts.entries()) {
    const messages = observation.messages.filter(({ account }) => account === index + 1);
    const cost = sum(messages.map(({ content }) => content.credits));
    const back = messages.filter(
      ({ now, batchCancelledAt }) => now.status === "rejected" || batchCancelledAt !== null,
    );
    const given = sum(ledger.filter(({ kind }) => kind === "grant").map(({ amount }) => amount));
    const expired = sum(ledger.filter(({ kind }) => kind === "expiry").map(({ amount }) => amount));
    const refunded = sum(back.map(({ content }) => content.credits));
    expect(credits).toBe(given - cost + refunded + expired);
    const refunds = ledger.filter(({ kind }) => kind === "refund");
    // One for each rejected message and each cancelled batch.
    const rejected = back.filter(({ batchCancelledAt }) => batchCancelledAt === null);
    const cancelled = new Set(
      back.filter((each) => each.batchCancelledAt !== null).map(({ batch }) => batch),
    );
    expect(refunds.length).toBe(rejected.length + cancelled.size);
    const rows = refunds.flatMap(({ messageRow }) => messageRow ?? []);
    expect(new Set(rows)).toEqual(new Set(rejected.map(({ row }) => row)));
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Counts add up and never fall; the end comes once, when the last message has it. */
function checkBatches(before: Observation, after: Observation): void {
  const earlier = new Map(before.batches.map((batch) => [batch.batchId, batch]));
  for (const batch of after.batches) {
    const { shown, cancelledAt, startsAt, first, last } = batch;
    const { total, delivered, failed, pending, deliveryRate, completedAt } = shown;
    expect(delivered + failed + pending).toBe(total);
    expect(completedAt !== null).toBe(pending === 0);
    expect(deliveryRate === "100.0%").toBe(delivered === total);
    expect(
      Math.abs(Number.parseFloat(deliveryRate) - (100 * delivered) / total),
    ).toBeLessThanOrEqual(0.1);
    const messages = after.messages.filter(({ row }) => row >= first && row <= last);
    const count = (status: string) => messages.filter(({ now }) => now.status === status).length;
    expect(delivered).toBe(count("delivered"));
    expect(pending).toBe(count("queued") + count("dispatched"));
    if (completedAt !== null) {
      const ends = messages.map(({ now }) => now.endedAt ?? Number.NaN);
      if (messages.length > 0) expect(completedAt).toBe(isoSeconds(Math.max(...ends)));
    }
    if (cancelledAt !== null) {
      if (cancelledAt >= startsAt)
        throw new Error(`${batch.batchId} was cancelled after its start.`);
      for (const { now } of messages) expect(now.sentAt).toBeNull();
    }
    checkAgainst(earlier.get(batch.batchId), batch, before.now);
  }
}

function checkAgainst(was: ObservedBatch | undefined, is: ObservedBatch, then: number): void {
  if (!was) return;
  expect(is.shown.delivered).toBeGreaterThanOrEqual(was.shown.delivered);
  expect(is.shown.failed).toBeGreaterThanOrEqual(was.shown.failed);
  if (was.shown.completedAt !== null) expect(is.shown).toEqual(was.shown);
  if (was.cancelledAt !== null) expect(is.cancelledAt).toBe(was.cancelledAt);
  // What has started is never cancelled.
  if (was.startsAt <= then) expect(is.cancelledAt).toBe(was.cancelledAt);
}

/** Every step that a message has taken was told, once and in order; nothing of a cancelled batch ever was. */
function checkEvents({ messages, now }: Observation, events: NewEvent[]): void {
  let latest = 0;
  const byMessage = new Map<number, string[]>();
  for (const { messageRow, event, at } of events) {
    if (at < latest) throw new Error(`The ${event} of message ${messageRow} was told too late.`);
    latest = at;
    byMessage.set(messageRow, [...(byMessage.get(messageRow) ?? []), event]);
  }
  for (const { row, queuedAt, batchCancelledAt, now: is } of messages) {
    const expected =
      batchCancelledAt !== null || queuedAt > now
        ? []
        : [
            "queued",
            ...(is.sentAt === null ? [] : ["dispatched"]),
            ...(is.endedAt === null ? [] : [is.status]),
          ];
    const told = byMessage.get(row) ?? [];
    const names = expected.map((status) => `sms.${status}`);
    if (told.join() !== names.join())
      throw new Error(`Of message ${row} it told ${told.join()}, not ${names.join()}.`);
  }
}

/** Answers that accept, cancel or end something have done so, and those that refuse have done nothing. */
function checkAnswers(before: Observation, after: Observation, game: Play): void {
  let added = 0;
  for (const { step, told } of game.latest) {
    // Where the connection was cut nobody knows.
    if (!told && (step.do === "send" || step.do === "bulk" || step.do === "cancel")) return;
    if (told?.status !== 200) continue;
    const body = JSON.parse(told.text);
    if (step.do === "send") {
      added += 1;
      const message = after.messages.find(({ id }) => id === body.messageId);
      expect(message).toMatchObject({ to: step.to, content: { credits: body.credits } });
    }
    if (step.do === "bulk") {
      added += body.queued;
      const batch = after.batches.find(({ batchId }) => batchId === body.batchId);
      expect(batch).toMatchObject({ credits: body.estimatedCredits, shown: { total: body.total } });
      expect(body.queued + body.failed).toBe(body.total);
    }
    if (step.do === "cancel") {
      const batch = after.batches.find(({ batchId }) => batchId === body.batchId);
      expect(batch?.cancelledAt).not.toBeNull();
    }
    if (step.do === "end") {
      const message = after.messages.find(({ id }) => id === body.messageId);
      expect(message?.now.status).toBe(step.status);
    }
  }
  expect(after.messages.length - before.messages.length).toBe(added);
}

/** Long after the last step, whatever is not stuck has ended as its recipient asks, unless by hand. */
export function checkEndings({ messages }: Observation, handEnded: ReadonlySet<string>): void {
  for (const { id, to, now, batchCancelledAt } of messages) {
    if (batchCancelledAt !== null || handEnded.has(id)) continue;
    const { stuck, ending = "delivered" } = magicRecipient(to) ?? {};
    const isClosed = now.failReason?.startsWith("Promotional messages go out") ?? false;
    expect(now.status).toBe(stuck ?? (isClosed ? "rejected" : ending));
  }
}

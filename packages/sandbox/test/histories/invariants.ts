import { magicRecipient } from "../../src/magic-recipients.ts";
import type { NewEvent } from "../../src/store/store.ts";
import { must } from "./must.ts";
import type { Observation, ObservedBatch, ObservedMessage } from "./observe.ts";
import type { Play } from "./play.ts";

const rank = { queued: 0, dispatched: 1, delivered: 2, failed: 2, rejected: 2 };

/** Throws where something is not as it must be at any time. */
export function checkInvariants(before: Observation, after: Observation, game: Play): void {
  for (const message of after.messages.values()) checkMessage(message);
  for (const [row, was] of before.messages) checkProgress(was, after.messages.get(row));
  checkLedgers(before, after);
  checkBalances(after);
  for (const batch of after.batches.values()) checkBatch(batch, messagesOf(batch, after));
  for (const [id, was] of before.batches)
    checkBatchProgress(was, after.batches.get(id), before.now);
  checkEvents(after, game.sandbox.events);
  checkAnswers(before, after, game);
}

/** What a message says of itself agrees. */
function checkMessage(message: ObservedMessage): void {
  const { row, is, queuedAt, scheduledAt, batchCancelledAt } = message;
  const { status, sentAt, endedAt, failReason } = is;
  must((endedAt !== null) === (rank[status] === 2), "Message", row, "is", is);
  must(
    (failReason !== null) === (status === "failed" || status === "rejected"),
    "Message",
    row,
    "is",
    is,
  );
  if (batchCancelledAt !== null) {
    must(sentAt === null, "Message", row, "was cancelled and sent.");
    return;
  }
  const earliest = Math.max(queuedAt, status === "dispatched" ? (scheduledAt ?? 0) : 0);
  must(sentAt === null || sentAt >= earliest, "Message", row, "was sent too early:", is);
  must(
    endedAt === null || endedAt >= (sentAt ?? Number.NaN),
    "Message",
    row,
    "ended too early:",
    is,
  );
}

/** No status goes back, and what is final stays as it is. */
function checkProgress(
  { row, is: was }: ObservedMessage,
  message: ObservedMessage | undefined,
): void {
  must(message !== undefined, "Message", row, "is gone.");
  const { is } = message;
  must(rank[is.status] >= rank[was.status], "Message", row, "went back from", was, "to", is);
  must(was.sentAt === null || is.sentAt === was.sentAt, "Message", row, "was sent again:", was, is);
  if (rank[was.status] < 2) return;
  const isSame =
    is.status === was.status && is.endedAt === was.endedAt && is.failReason === was.failReason;
  must(isSame, "Message", row, "was final as", was, "and is", is);
}

/** Entries stay, chain, and never fall below zero; the last one is the balance. */
function checkLedgers(before: Observation, after: Observation): void {
  for (const [index, { accountId, credits, ledger }] of after.accounts.entries()) {
    const earlier = before.accounts[index]?.ledger ?? [];
    must(ledger.length >= earlier.length, "An entry of", accountId, "is gone.");
    let balance = 0;
    for (const [position, entry] of ledger.entries()) {
      balance += entry.amount;
      must(entry.balance === balance && balance >= 0, accountId, "has", balance, "but for", entry);
      const was = earlier[position];
      must(!was || (was.row === entry.row && was.amount === entry.amount), was, "became", entry);
    }
    must(credits === balance, accountId, "has", credits, "and its ledger says", balance);
  }
}

/** The balance is what was given, less what the messages cost, and what of that has come back, once. */
function checkBalances({ accounts, messages }: Observation): void {
  for (const { number, accountId, credits, ledger } of accounts) {
    const own = [...messages.values()].filter(({ account }) => account === number);
    const cancelled = own.filter(({ batchCancelledAt }) => batchCancelledAt !== null);
    const rejected = own.filter(
      ({ is, batchCancelledAt }) => is.status === "rejected" && batchCancelledAt === null,
    );
    const ofKind = (kind: string) => ledger.filter((entry) => entry.kind === kind);
    const expected =
      amountOf(ofKind("grant")) -
      creditsOf(own) +
      creditsOf(rejected) +
      creditsOf(cancelled) +
      amountOf(ofKind("expiry"));
    must(credits === expected, accountId, "has", credits, "and should have", expected);
    const refunds = ofKind("refund");
    const batches = new Set(cancelled.map(({ batch }) => batch));
    must(refunds.length === rejected.length + batches.size, accountId, "has the refunds", refunds);
    const refunded = new Set(refunds.flatMap(({ messageRow }) => messageRow ?? []));
    for (const { row } of rejected) must(refunded.has(row), "Message", row, "was not refunded.");
    must(refunded.size === rejected.length, accountId, "has the refunds", refunds);
  }
}

const creditsOf = (messages: ObservedMessage[]) =>
  messages.reduce((sum, { content }) => sum + content.credits, 0);
const amountOf = (entries: { amount: number }[]) =>
  entries.reduce((sum, { amount }) => sum + amount, 0);

function messagesOf({ first, last }: ObservedBatch, { messages }: Observation): ObservedMessage[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const message = messages.get(first + index);
    must(message !== undefined, "A batch names the message", first + index, "and there is none.");
    return message;
  });
}

/** Counts add up to what the messages are, and the end is that of the last one. */
function checkBatch(batch: ObservedBatch, messages: ObservedMessage[]): void {
  const { batchId, is, cancelledAt, startsAt, acceptedAt, refused } = batch;
  const { total, delivered, failed, pending, deliveryRate, completedAt } = is;
  const isRight = (isSo: boolean) => must(isSo, batchId, "is", is);
  const count = (...statuses: string[]) =>
    messages.filter((message) => statuses.includes(message.is.status)).length;
  isRight(total === messages.length + refused);
  isRight(delivered === count("delivered"));
  isRight(failed === count("failed", "rejected") + refused);
  isRight(pending === count("queued", "dispatched"));
  isRight((deliveryRate === "100.0%") === (delivered === total));
  const tenths = Math.min((1_000 * delivered) / total, delivered < total ? 999 : 1_000);
  isRight(Math.abs(10 * Number.parseFloat(deliveryRate) - tenths) <= 0.5001);
  isRight((completedAt !== null) === (pending === 0));
  const ends = messages.map((message) => message.is.endedAt ?? Number.NaN);
  isRight(
    completedAt === null || completedAt === Math.max(...ends, ...(ends.length ? [] : [acceptedAt])),
  );
  must(cancelledAt === null || cancelledAt < startsAt, batchId, "was cancelled after its start.");
}

/** Counts never fall, and an end or a cancellation comes once; what has started is never cancelled. */
function checkBatchProgress(was: ObservedBatch, is: ObservedBatch | undefined, then: number): void {
  must(is !== undefined, was.batchId, "is gone.");
  const isRight = (isSo: boolean) => must(isSo, was.batchId, "went from", was.is, "to", is.is);
  isRight(is.is.delivered >= was.is.delivered && is.is.failed >= was.is.failed);
  isRight(was.is.completedAt === null || is.is.completedAt === was.is.completedAt);
  isRight(was.cancelledAt === null || is.cancelledAt === was.cancelledAt);
  isRight(was.startsAt > then || is.cancelledAt === was.cancelledAt);
}

/** Every step that a message has taken was told, once and in order. */
function checkEvents({ messages }: Observation, events: NewEvent[]): void {
  let latest = 0;
  const told = new Map<number, string>();
  for (const { messageRow, event, at } of events) {
    must(at >= latest, "The", event, "of message", messageRow, "was told too late.");
    latest = at;
    told.set(messageRow, `${told.get(messageRow) ?? ""} ${event}`);
  }
  for (const { row, is } of messages.values()) {
    const dispatched = is.sentAt === null ? "" : " sms.dispatched";
    const ended = is.endedAt === null ? "" : ` sms.${is.status}`;
    const expected = ` sms.queued${dispatched}${ended}`;
    must(
      (told.get(row) ?? "") === expected,
      "Message",
      row,
      "has told",
      told.get(row),
      "not",
      expected,
    );
  }
}

/** Answers that accept, cancel or end something have done so, and those that refuse have done nothing. */
function checkAnswers(before: Observation, after: Observation, { latest }: Play): void {
  const byId = new Map([...after.messages.values()].map((message) => [message.id, message]));
  let added = 0;
  let isKnown = true;
  for (const { step, told } of latest) {
    // Where the connection was cut nobody knows.
    if (!told && (step.do === "send" || step.do === "bulk")) isKnown = false;
    if (told?.status !== 200) continue;
    const body = JSON.parse(told.text);
    const isRight = (isSo: boolean) => must(isSo, step, "was answered", body);
    if (step.do === "send") {
      added += 1;
      const message = byId.get(body.messageId);
      isRight(message?.to === step.to && message.content.credits === body.credits);
    }
    if (step.do === "bulk") {
      added += body.queued;
      const batch = after.batches.get(body.batchId);
      isRight(batch?.is.total === body.total && body.queued + body.failed === body.total);
      isRight(body.estimatedCredits === (batch?.content.credits ?? 0) * body.queued);
    }
    if (step.do === "cancel")
      isRight(typeof after.batches.get(body.batchId)?.cancelledAt === "number");
    if (step.do === "end") isRight(byId.get(body.messageId)?.is.status === step.status);
  }
  const more = after.messages.size - before.messages.size;
  must(!isKnown || more === added, more, "messages came, and the answers say", added);
}

/** Long after the last step, whatever is not stuck has ended as its recipient asks, unless by hand. */
export function checkEndings({ messages }: Observation, handEnded: ReadonlySet<string>): void {
  for (const { id, row, to, is, batchCancelledAt } of messages.values()) {
    if (batchCancelledAt !== null || handEnded.has(id)) continue;
    const { stuck, ending = "delivered" } = magicRecipient(to) ?? {};
    const isClosed = is.failReason?.startsWith("Promotional messages go out") ?? false;
    const expected = stuck ?? (isClosed && ending === "delivered" ? "rejected" : ending);
    must(is.status === expected, "Message", row, "ended as", is, "not as", expected);
  }
}

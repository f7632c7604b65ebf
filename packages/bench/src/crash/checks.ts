import { setTimeout as sleep } from "node:timers/promises";
import { granted } from "./account.ts";
import type { Receiver } from "./receiver.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { type Acknowledged, mayFollow } from "./traffic.ts";

interface Message {
  messageId: string;
  batchId: string | null;
  credits: number;
  status: string;
  to: string;
}

interface Batch {
  batchId: string;
  state: string;
  credits: number;
  total: number;
}

interface Entry {
  kind: string;
  amount: number;
  balance: number;
  messageId: string | null;
  batchId: string | null;
}

/** Everything that the sandbox has, the oldest first. */
export interface Stored {
  messages: Message[];
  batches: Batch[];
  ledger: Entry[];
  credits: number;
}

async function readStored(sandbox: SandboxProcess): Promise<Stored> {
  const { credits } = await sandbox.control("/accounts/crash");
  return {
    messages: await readAll(sandbox, "messages", "messages"),
    batches: await readAll(sandbox, "batches", "batches"),
    ledger: await readAll(sandbox, "ledger", "entries"),
    credits,
  };
}

async function readAll<Item>(
  sandbox: SandboxProcess,
  list: string,
  field: string,
): Promise<Item[]> {
  const items: Item[] = [];
  let before = "";
  for (;;) {
    const page = await sandbox.control(`/accounts/crash/${list}?limit=200${before}`);
    items.push(...page[field]);
    if (page.next === null) return items.reverse();
    before = `&before=${page.next}`;
  }
}

/** What was acknowledged before the kill and is not so after it. */
export async function lostOf(sandbox: SandboxProcess, seen: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  for (const messageId of seen.singles.keys()) {
    const { status, body } = await sandbox.call("GET", `/sms/status/${messageId}`);
    const before = seen.statuses.get(messageId) ?? "queued";
    if (status !== 200) lost.push(`the message ${messageId} is lost`);
    else if (!mayFollow(before, body.status))
      lost.push(`${messageId} went back from ${before} to ${body.status}`);
  }
  for (const [batchId, { queued }] of seen.batches) {
    const { status, body } = await sandbox.call("GET", `/sms/batch/${batchId}`);
    if (status !== 200) lost.push(`the batch ${batchId} is lost`);
    else if (body.total !== queued) lost.push(`of ${queued} of ${batchId} ${body.total} are left`);
    else if (seen.cancelled.has(batchId) && body.failed !== queued)
      lost.push(`the cancellation of ${batchId} is lost`);
  }
  return lost;
}

const finalStatuses = ["delivered", "failed", "rejected"];
const stuck = ["910000000007", "910000000008"];

/** For how long a message can be on its way, with the wait for its time: in seconds of the sandbox. */
const longestWay = 15;

/**
 * Waits until every message that has started has come to its end, and every webhook has arrived.
 * @throws Error when they do not.
 */
export async function untilSettled(sandbox: SandboxProcess): Promise<Stored> {
  const now = async () => Date.parse((await sandbox.control("/clock")).now) / 1_000;
  const end = (await now()) + longestWay;
  while ((await now()) < end) await sleep(20);
  for (let tries = 0; tries < 600; tries++) {
    const pending = await sandbox.control("/accounts/crash/deliveries?state=pending&limit=1");
    if (pending.deliveries.length === 0) return readStored(sandbox);
    await sleep(50);
  }
  throw new Error("After 30 s there are still webhooks on their way.");
}

/** Messages that should have come to their end, and have not. */
export function endingProblems(stored: Stored): string[] {
  const waiting = batchesIn(stored, "scheduled");
  return stored.messages
    .filter(({ status, to }) => !finalStatuses.includes(status) && !stuck.includes(to))
    .filter(({ batchId }) => !waiting.has(batchId ?? ""))
    .map(({ messageId, status }) => `${messageId} is still ${status}`);
}

function batchesIn({ batches }: Stored, state: string): Set<string> {
  return new Set(batches.filter((batch) => batch.state === state).map(({ batchId }) => batchId));
}

/** What of the ledger does not follow from the messages, or from the entry before. */
export function ledgerProblems(stored: Stored, seen: Acknowledged): string[] {
  const { messages, batches, ledger, credits } = stored;
  const problems: string[] = [];
  let balance = 0;
  for (const entry of ledger) {
    balance += entry.amount;
    if (entry.balance !== balance) problems.push(`a balance is ${entry.balance}, not ${balance}`);
  }
  if (credits !== balance) problems.push(`the account has ${credits}, not ${balance}`);
  const cancelled = batchesIn(stored, "cancelled");
  const expected = [
    `grant ${granted} for null of null`,
    ...messages.flatMap(({ messageId, batchId, credits, status }) => [
      ...(batchId === null ? [`send ${-credits} for ${messageId} of null`] : []),
      ...(status === "rejected" ? [`refund ${credits} for ${messageId} of ${batchId}`] : []),
    ]),
    ...batches.flatMap(({ batchId, credits }) => [
      `send ${-credits} for null of ${batchId}`,
      ...(cancelled.has(batchId) ? [`refund ${credits} for null of ${batchId}`] : []),
    ]),
  ];
  const booked = ledger.map(
    ({ kind, amount, messageId, batchId }) => `${kind} ${amount} for ${messageId} of ${batchId}`,
  );
  problems.push(...differences(booked, expected));
  const acknowledged = [
    ...seen.singles.entries().map(([id, credits]) => `send ${-credits} for ${id} of null`),
    ...seen.batches.entries().map(([id, { credits }]) => `send ${-credits} for null of ${id}`),
  ];
  const known = new Set(booked);
  for (const each of acknowledged) if (!known.has(each)) problems.push(`not booked: ${each}`);
  return problems;
}

function differences(found: string[], expected: string[]): string[] {
  const counts = Map.groupBy(found, (each) => each);
  const wanted = Map.groupBy(expected, (each) => each);
  return [...new Set([...found, ...expected])].flatMap((each) => {
    const [is, should] = [counts.get(each)?.length ?? 0, wanted.get(each)?.length ?? 0];
    return is === should ? [] : [`booked ${is} times instead of ${should}: ${each}`];
  });
}

/** What of the webhooks is missing, out of order, different at a repetition, or about nothing. */
export function webhookProblems(stored: Stored, { arrivals }: Receiver): string[] {
  const silent = batchesIn(stored, "cancelled").union(batchesIn(stored, "scheduled"));
  const problems: string[] = [];
  const expected = new Map(
    stored.messages
      .filter(({ batchId }) => !silent.has(batchId ?? ""))
      .map((message) => [message.messageId, eventsOf(message)]),
  );
  for (const [messageId, events] of expected) {
    const arrived = [...(arrivals.get(messageId)?.keys() ?? [])].join(" ");
    if (arrived !== events) problems.push(`of ${messageId}: ${arrived} instead of ${events}`);
  }
  for (const [messageId, events] of arrivals) {
    if (!expected.has(messageId)) problems.push(`webhooks of ${messageId}, which is not there`);
    for (const bodies of events.values())
      if (new Set(bodies).size > 1) problems.push(`different bodies of ${messageId}`);
  }
  return problems;
}

function eventsOf({ status }: Message): string {
  const reached = ["queued", ...(status === "queued" ? [] : ["dispatched"])];
  const events = finalStatuses.includes(status) ? [...reached, status] : reached;
  return events.map((name) => `sms.${name}`).join(" ");
}

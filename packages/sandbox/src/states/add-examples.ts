import {
  type ApiDocument,
  type Example,
  examplesOf,
  operationsOf,
} from "@getclickmedia/sms-document";
import type { Core } from "../core.ts";
import { contentOf, type SendBody } from "../sending/accept.ts";
import { ordersOf } from "../sending/timeline.ts";
import type { Ending, NewMessage, Timeline } from "../store/store.ts";

interface MessageExample {
  messageId: string;
  to: string;
  status: string;
  queuedAt: string;
  sentAt?: string;
  deliveredAt?: string;
  operator?: string;
  failReason?: string;
}

interface BatchExample {
  batchId: string;
  total: number;
  delivered: number;
  failed: number;
}

interface AcceptedBatchExample {
  batchId: string;
  total: number;
}

const day = 86_400_000;
const oneStep = 1_000;

/** Adds what the answers of a state show, to the first account: their messages and batches, as they are. */
export async function addExamples(core: Core, state: string): Promise<void> {
  const { document } = core;
  const sends = requestsOf(document, "send") as [string, SendBody & { to: string }][];
  const bulks = requestsOf(document, "sendBulk") as [string, SendBody & { recipients: string[] }][];
  const [, single] = sends[0] ?? [];
  const [bulkName, bulk] = bulks[0] ?? [];
  if (!single || !bulk) throw new Error("The document has no example of a send.");

  for (const value of answersOf(document, "getStatus", state))
    await addMessage(core, value as MessageExample, single);
  for (const value of answersOf(document, "getBatch", state))
    await addBatch(core, value as BatchExample, bulk);
  // A state in which a batch can be cancelled has the one that the first example of a bulk send made.
  if (answersOf(document, "cancelScheduled", state).length > 0) {
    const accepted = answersOf(
      document,
      "sendBulk",
      undefined,
      bulkName,
    )[0] as AcceptedBatchExample;
    await addScheduledBatch(core, accepted, bulk);
  }
}

function operationOf(document: ApiDocument, operationId: string) {
  const operation = operationsOf(document).find((each) => each.operationId === operationId);
  if (!operation) throw new Error(`The document has no operation ${operationId}.`);
  return operation;
}

function requestsOf(document: ApiDocument, operationId: string): [string, unknown][] {
  const examples = examplesOf(operationOf(document, operationId).requestBody);
  return examples.map(([name, { value }]) => [name, value]);
}

function answersOf(
  document: ApiDocument,
  operationId: string,
  state: string | undefined,
  name?: string,
): unknown[] {
  const matches = ([each, example]: [string, Example]) =>
    name === undefined ? example["x-gcm-state"] === state : each === name;
  const { responses } = operationOf(document, operationId);
  return examplesOf(responses["200"])
    .filter(matches)
    .map(([, { value }]) => value);
}

async function addMessage(core: Core, example: MessageExample, body: SendBody): Promise<void> {
  const content = contentOf(body);
  await core.act(async (transaction, now) => {
    // An example may be of the days to come: whole days are taken back, and the hours stay.
    const latest = Date.parse(example.deliveredAt ?? example.sentAt ?? example.queuedAt) + oneStep;
    const shift = Math.max(0, Math.ceil((latest - now) / day)) * day;
    const timeOf = (text: string | undefined) =>
      text === undefined ? undefined : Date.parse(text) - shift;
    await transaction.addMessages([
      {
        ...messageTo(example.to, content, timeOf(example.queuedAt) ?? now),
        operator: example.operator ?? null,
        publicId: example.messageId,
        ...timelineOf(example, timeOf),
      },
    ]);
  });
}

function timelineOf(
  { status, failReason, sentAt, deliveredAt }: MessageExample,
  timeOf: (text: string | undefined) => number | undefined,
): Timeline {
  const dispatchAt = timeOf(sentAt) ?? null;
  const isFinal = status !== "queued" && status !== "dispatched";
  const endAt = isFinal ? (timeOf(deliveredAt) ?? (dispatchAt ?? 0) + oneStep) : null;
  const ending = isFinal ? (status as Ending) : "delivered";
  return { dispatchAt, endAt, ending, failReason: failReason ?? null };
}

/** A batch of which so many messages were delivered and so many have failed, an hour ago. */
async function addBatch(core: Core, example: BatchExample, body: SendBody): Promise<void> {
  const { total, delivered, failed } = example;
  const startedAt = core.clock.now() - 3_600_000;
  const messages = Array.from({ length: total }, (_, index): NewMessage => {
    const isFinal = index < delivered + failed;
    const hasArrived = index < delivered;
    return {
      ...messageTo(mobileNumbered(index), null, startedAt),
      dispatchAt: startedAt,
      endAt: isFinal ? startedAt + oneStep : null,
      ending: hasArrived ? "delivered" : "failed",
      failReason: isFinal && !hasArrived ? "Handset switched off" : null,
    };
  });
  await storeBatch(core, example.batchId, messages, body, startedAt);
}

async function addScheduledBatch(
  core: Core,
  { batchId, total }: AcceptedBatchExample,
  body: SendBody & { recipients: string[] },
): Promise<void> {
  const startsAt = Date.parse(body.scheduleAt ?? "");
  const acceptedAt = core.clock.now();
  if (total !== body.recipients.length) throw new Error("The examples of a bulk send disagree.");
  const { queueMs, carrierMs } = core.settings.delays;
  const messages = body.recipients.map(
    (to): NewMessage => ({
      ...messageTo(to, null, acceptedAt),
      scheduledAt: startsAt,
      dispatchAt: startsAt + queueMs,
      endAt: startsAt + queueMs + carrierMs,
    }),
  );
  await storeBatch(core, batchId, messages, body, startsAt, body.scheduleAt);
}

async function storeBatch(
  core: Core,
  batchId: string,
  messages: NewMessage[],
  body: SendBody,
  startsAt: number,
  scheduledAt?: string,
): Promise<void> {
  await core.act(async (transaction, now) => {
    const number = (await transaction.lastBatchNumber()) + 1;
    const first = await transaction.addMessages(
      messages.map((each) => ({ ...each, batch: number })),
    );
    await transaction.addBatch({
      number,
      batchId,
      account: firstAccount,
      first,
      last: first + messages.length - 1,
      refused: 0,
      content: contentOf(body),
      acceptedAt: Math.min(now, startsAt),
      startsAt,
      scheduledAt: scheduledAt ?? null,
    });
    if (scheduledAt === undefined) return;
    await core.settle.order(transaction, ordersOf(messages, first, messages[0]?.queuedAt));
  });
}

const firstAccount = 1;

function messageTo(to: string, content: NewMessage["content"], queuedAt: number): NewMessage {
  return {
    account: firstAccount,
    batch: null,
    content,
    to,
    operator: null,
    queuedAt,
    scheduledAt: null,
    dispatchAt: null,
    endAt: null,
    ending: "delivered",
    failReason: null,
    publicId: null,
  };
}

function mobileNumbered(index: number): string {
  return `919${String(876_000_000 + index)}`;
}

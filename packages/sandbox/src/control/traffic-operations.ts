import type { Core } from "../core.ts";
import { isoMilliseconds } from "../iso-time.ts";
import { batchProgress } from "../sending/batch-progress.ts";
import { endMessage } from "../sending/end-message.ts";
import { findMessage } from "../sending/find-message.ts";
import { operatorOf } from "../sending/operator.ts";
import { progressOf } from "../sending/timeline.ts";
import type {
  Ending,
  MessageFilter,
  StoredBatch,
  StoredMessage,
  Transaction,
} from "../store/store.ts";
import { type ControlOperation, conflict, missing, ok } from "./operation.ts";
import { paged, pageOf } from "./page.ts";

export const trafficOperations: Record<string, ControlOperation> = {
  listMessages: async (call) => {
    const { core, account, request } = call;
    const { to, batchId, status } = request.query as Record<string, string | undefined>;
    const page = pageOf(call);
    return core.act(async (transaction, now) => {
      const batch = batchId === undefined ? undefined : await transaction.batch(batchId);
      const filter: MessageFilter = {
        ...(to === undefined ? {} : { to }),
        ...(status === undefined ? {} : { status }),
        ...(batchId === undefined
          ? {}
          : { rows: { first: batch?.first ?? 0, last: batch?.last ?? -1 } }),
      };
      const found = await transaction.messages(account.number, filter, now, page);
      const { items, next } = paged(
        found,
        page,
        ({ row }) => row,
        ({ content }) => content.text.length,
      );
      return ok({ messages: items.map((message) => shownMessage(core, message, now)), next });
    });
  },

  getMessage: async ({ core, account, request }) => {
    const { messageId = "" } = request.pathParameters;
    return core.act(async (transaction, now) => {
      const message = await findMessage(core, transaction, account.number, messageId);
      return message ? ok(shownMessage(core, message, now)) : missing(core, `message ${messageId}`);
    });
  },

  endMessage: async ({ core, account, request }) => {
    const { messageId = "" } = request.pathParameters;
    const { status, failReason } = request.body as { status: Ending; failReason?: string };
    if (status === "delivered" && failReason !== undefined)
      return core.fault("INVALID_REQUEST", "A delivered message has no failReason. Leave it out.");
    const end = async (transaction: Transaction, now: number) => {
      // Of thousands that are due some are left: the receipts of what has happened go first.
      if (core.settle.next <= now) return undefined;
      const message = await findMessage(core, transaction, account.number, messageId);
      if (!message) return missing(core, `message ${messageId}`);
      const ended = await endMessage(core, transaction, message, now, status, failReason ?? null);
      if (typeof ended === "string") return conflict(core, `The message ${messageId} ${ended}.`);
      return ok(shownMessage(core, ended, now));
    };
    for (;;) {
      const answer = await core.act(end);
      if (answer) return answer;
    }
  },

  listBatches: async (call) => {
    const { core, account } = call;
    const page = pageOf(call);
    return core.act(async (transaction, now) => {
      const { items, next } = paged(
        await transaction.batches(account.number, page),
        page,
        ({ number }) => number,
        ({ content }) => content.text.length,
      );
      const batches: object[] = [];
      for (const batch of items) batches.push(await shownBatch(transaction, batch, now));
      return ok({ batches, next });
    });
  },
};

function shownMessage(core: Core, message: StoredMessage, now: number) {
  const { to, batchId, content, queuedAt, scheduledAt } = message;
  const { status, sentAt, endedAt, failReason } = progressOf(message, now);
  return {
    messageId: core.messageId(message),
    batchId,
    to,
    ...content,
    status,
    queuedAt: isoMilliseconds(queuedAt),
    scheduledAt: isoMilliseconds(scheduledAt),
    sentAt: isoMilliseconds(sentAt),
    endedAt: isoMilliseconds(endedAt),
    operator: sentAt === null ? null : operatorOf(message),
    failReason,
  };
}

async function shownBatch(transaction: Transaction, batch: StoredBatch, now: number) {
  const { batchId, content, acceptedAt, startsAt, scheduledAt, first, last } = batch;
  const { senderId, templateId, type, text } = content;
  const { completedAt, ...progress } = await batchProgress(transaction, batch, now);
  return {
    batchId,
    ...progress,
    credits: content.credits * (last - first + 1),
    senderId,
    templateId,
    type,
    text,
    acceptedAt: isoMilliseconds(acceptedAt),
    scheduledAt: scheduledAt === null ? null : isoMilliseconds(startsAt),
    completedAt: isoMilliseconds(completedAt),
  };
}

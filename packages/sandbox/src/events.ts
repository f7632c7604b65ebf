import type { ApiDocument } from "@getclickmedia/sms-document";
import { webhookEvents } from "@getclickmedia/sms-types";
import { isoSeconds } from "./iso-time.ts";
import type { Registry } from "./registry.ts";
import { operatorOf } from "./sending/operator.ts";
import { progressOf } from "./sending/timeline.ts";
import type { StoredMessage, Transaction } from "./store/store.ts";

/**
 * Records that messages have changed their status, for every endpoint of their account.
 * @returns how many deliveries that makes.
 */
export type Emit = (
  transaction: Transaction,
  messages: StoredMessage[],
  at: number,
  /** The status to report, where the message has gone on since. */
  status?: string,
) => Promise<number>;

/** @param messageId says the public id of a message. */
export function createEmit(
  document: ApiDocument,
  registry: Registry,
  messageId: (message: StoredMessage) => string,
): Emit {
  const events = new Map(
    Object.values(webhookEvents).map(({ name, status }) => [
      status as string,
      { name, fields: fieldsOf(document, name) },
    ]),
  );

  return async (transaction, messages, at, reported) => {
    let deliveries = 0;
    for (const message of messages) {
      const endpointIds = registry
        .list("endpoint", message.account)
        .filter(({ enabled, createdAt }) => enabled && createdAt <= at)
        .map(({ endpointId }) => endpointId);
      if (endpointIds.length === 0) continue;
      const { status, sentAt, endedAt, failReason } = progressOf(message, at);
      const event = events.get(reported ?? status);
      if (!event)
        throw new Error(`The document has no event for the status ${reported ?? status}.`);
      const known: Record<string, unknown> = {
        event: event.name,
        messageId: messageId(message),
        batchId: message.batchId,
        to: message.to,
        status: reported ?? status,
        operator: sentAt === null ? undefined : operatorOf(message),
        queuedAt: isoSeconds(message.queuedAt),
        sentAt: isoSeconds(sentAt),
        deliveredAt: isoSeconds(endedAt),
        failReason: failReason ?? undefined,
      };
      const body = Object.fromEntries(event.fields.map((field) => [field, known[field]]));
      await transaction.addEvent(
        {
          account: message.account,
          messageRow: message.row,
          event: event.name,
          body: JSON.stringify(body),
          at,
        },
        endpointIds,
      );
      deliveries += endpointIds.length;
    }
    return deliveries;
  };
}

/** The fields of an event's payload, in the order of the document. */
function fieldsOf({ webhooks }: ApiDocument, event: string): string[] {
  const [content] = Object.values(webhooks[event]?.post.requestBody.content ?? {});
  return Object.keys((content?.schema.properties ?? {}) as object);
}

import type { Core } from "../core.ts";
import { isoSeconds } from "../iso-time.ts";
import type { Account } from "../registry.ts";
import { findMessage } from "./find-message.ts";
import { operatorOf } from "./operator.ts";
import { progressOf } from "./timeline.ts";

/** `GET /sms/status/{messageId}`: one message as it is now. */
export function getStatus(core: Core, account: Account, messageId: string) {
  return core.act(async (transaction, now) => {
    const message = await findMessage(core, transaction, account.number, messageId);
    if (!message) {
      return core.fault(
        "NOT_FOUND",
        `This account has sent no message ${messageId}. Check the id and the key.`,
      );
    }
    const { status, sentAt, endedAt, failReason } = progressOf(message, now);
    return {
      messageId,
      to: message.to,
      status,
      queuedAt: isoSeconds(message.queuedAt),
      sentAt: isoSeconds(sentAt),
      deliveredAt: status === "delivered" ? isoSeconds(endedAt) : undefined,
      operator: sentAt === null ? undefined : operatorOf(message),
      failReason: failReason ?? undefined,
      credits: message.content.credits,
    };
  });
}

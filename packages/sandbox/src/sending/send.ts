import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { isoSeconds } from "../iso-time.ts";
import { magicRecipient } from "../magic-recipients.ts";
import type { Account } from "../registry.ts";
import type { NewMessage } from "../store/store.ts";
import {
  contentOf,
  debit,
  magicFault,
  noCredits,
  refusalOf,
  type SendBody,
  startOf,
} from "./accept.ts";
import { operatorOf } from "./operator.ts";
import { ordersOf, planTimeline } from "./timeline.ts";

/** `POST /sms/send`: accepts one message. */
export async function send(core: Core, account: Account, body: SendBody & { to: string }) {
  const { to } = body;
  const asked = core.clock.now();
  const start = startOf(core, body, asked);
  if (typeof start !== "number") return start;
  const magic = magicRecipient(to);
  const refusal =
    refusalOf(core, account, body, asked) ??
    (magic && (magicFault(core, account, magic) ?? unreachableFault(core, magic.unreachable)));
  if (refusal) return refusal;
  const content = contentOf(body);

  return core.act(async (transaction, now) => {
    const { number } = account;
    const credits = await transaction.credits(number);
    if (content.credits > credits) return noCredits(core, content.credits, credits);
    const startsAt = Math.max(start, now);
    const message: NewMessage = {
      account: number,
      batch: null,
      content,
      to,
      operator: operatorOf(to),
      queuedAt: now,
      scheduledAt: body.scheduleAt === undefined ? null : start,
      publicId: null,
      ...planTimeline(
        startsAt,
        core.settings.delays,
        magic,
        core.dlt.closedFor(body.type, startsAt),
      ),
    };
    const row = await transaction.addMessages([message]);
    const orders = ordersOf([message], row, number, undefined);
    await transaction.order(orders);
    for (const { due } of orders) core.settle.expect(due);
    await transaction.book(number, [debit(now, content.credits, { messageRow: row })]);
    const stored = { ...message, content, row, batchId: null, batchCancelledAt: null };
    await core.emit(transaction, [stored], now, "queued");
    core.changes.note("messages", "ledger");
    const messageId = core.messageId(stored);
    return { messageId, to, status: "queued", queuedAt: isoSeconds(now), credits: content.credits };
  });
}

function unreachableFault({ fault }: Core, unreachable = false): Fault | undefined {
  if (!unreachable) return undefined;
  return fault(
    "INVALID_NUMBER",
    "No operator has the number in the field to. It is one that is always answered so.",
  );
}

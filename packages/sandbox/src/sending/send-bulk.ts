import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { magicRecipient } from "../magic-recipients.ts";
import { recipientsPerRequestOf } from "../plan.ts";
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

/** A batch leaves the queue a slice at a time: so many messages, so many milliseconds apart. */
const slice = { messages: 100, everyMs: 200 };

/** `POST /sms/bulk`: accepts one text to many mobiles. */
export async function sendBulk(
  core: Core,
  account: Account,
  body: SendBody & { recipients: string[] },
) {
  const { recipients, scheduleAt } = body;
  const tooMany = tooManyFault(core, account, recipients.length);
  if (tooMany) return tooMany;
  const asked = core.clock.now();
  const start = startOf(core, body, asked);
  if (typeof start !== "number") return start;
  const refusal =
    refusalOf(core, account, body, asked) ?? firstMagicFault(core, account, recipients);
  if (refusal) return refusal;
  const content = contentOf(body);
  const accepted = recipients.filter((to) => !magicRecipient(to)?.unreachable);
  const cost = content.credits * accepted.length;

  return core.act(async (transaction, now) => {
    const credits = await transaction.credits(account.number);
    if (cost > credits) return noCredits(core, cost, credits);
    const batchNumber = (await transaction.lastBatchNumber()) + 1;
    const batchId = core.ids.batch.of(batchNumber);
    const startsAt = Math.max(start, now);
    const messages = planMessages(
      core,
      account,
      accepted,
      body.type,
      batchNumber,
      startsAt,
      scheduleAt,
    );
    const first = await transaction.addMessages(messages);
    const last = first + messages.length - 1;
    await transaction.addBatch({
      number: batchNumber,
      batchId,
      account: account.number,
      first,
      last,
      refused: recipients.length - accepted.length,
      content,
      acceptedAt: now,
      startsAt,
      scheduledAt: scheduleAt ?? null,
    });
    const orders = ordersOf(messages, first, startsAt);
    await transaction.order(orders);
    for (const { due } of orders) core.settle.expect(due);
    await transaction.book(account.number, [debit(now, cost, { batchId })]);
    core.changes.note("messages", "batches", "ledger", "deliveries");
    return {
      batchId,
      total: recipients.length,
      queued: accepted.length,
      failed: recipients.length - accepted.length,
      scheduledAt: scheduleAt ?? null,
      estimatedCredits: cost,
    };
  });
}

function planMessages(
  core: Core,
  account: Account,
  recipients: string[],
  type: string,
  batch: number,
  startsAt: number,
  scheduleAt: string | undefined,
): NewMessage[] {
  const { delays } = core.settings;
  const closed = core.dlt.closedFor(type, startsAt);
  return recipients.map((to, index) => {
    const leavesAt = startsAt + Math.floor(index / slice.messages) * slice.everyMs;
    return {
      account: account.number,
      batch,
      content: null,
      to,
      operator: operatorOf(to),
      queuedAt: startsAt,
      scheduledAt: scheduleAt === undefined ? null : startsAt,
      publicId: null,
      ...planTimeline(leavesAt, delays, magicRecipient(to), closed),
    };
  });
}

function tooManyFault({ fault }: Core, account: Account, count: number): Fault | undefined {
  const most = recipientsPerRequestOf(account);
  if (count <= most) return undefined;
  return fault(
    "INVALID_REQUEST",
    `The field recipients must have at most ${most} items on the plan ${account.plan}. Split it over several requests.`,
  );
}

function firstMagicFault(core: Core, account: Account, recipients: string[]): Fault | undefined {
  for (const to of recipients) {
    const magic = magicRecipient(to);
    const fault = magic && magicFault(core, account, magic);
    if (fault) return fault;
  }
  return undefined;
}

import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { type MagicRecipient, magicRecipient } from "../magic-recipients.ts";
import { newEntry } from "../new-entry.ts";
import { recipientsPerRequestOf } from "../plan.ts";
import type { Account } from "../registry.ts";
import type { Slice, Timeline } from "../store/store.ts";
import { contentOf, magicFault, noCredits, refusalOf, type SendBody, startOf } from "./accept.ts";
import { ordersOf, planTimeline } from "./timeline.ts";

/** How a batch leaves the queue. */
const slice: Slice = { messages: 100, everyMs: 200 };

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
    const timelines = planTimelines(core, account, accepted, body.type, startsAt);
    const first = await transaction.addBatchMessages({
      account: account.number,
      batch: batchNumber,
      recipients: accepted,
      queuedAt: startsAt,
      scheduledAt: scheduleAt === undefined ? null : startsAt,
      timeline: timelines.first,
      slice,
    });
    for (const [index, timeline] of timelines.magic)
      await transaction.changeTimeline(first + index, timeline);
    const last = first + accepted.length - 1;
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
    await core.settle.order(transaction, ordersOf(timelines.all, first, startsAt));
    await transaction.book(account.number, [newEntry("send", now, -cost, { batchId })]);
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

/** What becomes of each recipient's message: as of the others of its slice, or as its magic number has it. */
function planTimelines(
  core: Core,
  { number }: Account,
  recipients: string[],
  type: string,
  startsAt: number,
) {
  const closed = core.dlt.closedFor(type, startsAt);
  const plan = (index: number, recipient?: MagicRecipient) => {
    const leavesAt = startsAt + Math.floor(index / slice.messages) * slice.everyMs;
    return {
      account: number,
      ...planTimeline(leavesAt, core.settings.delays, recipient, closed),
    };
  };
  const first = plan(0);
  const magic = new Map<number, Timeline>();
  let ordinary = first;
  const all = recipients.map((to, index) => {
    if (index % slice.messages === 0) ordinary = plan(index);
    const recipient = magicRecipient(to);
    if (!recipient) return ordinary;
    const timeline = plan(index, recipient);
    magic.set(index, timeline);
    return timeline;
  });
  return { first, magic, all };
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

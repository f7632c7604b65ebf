import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { type MagicRecipient, magicRecipient } from "../magic-recipients.ts";
import { newEntry } from "../new-entry.ts";
import { recipientsPerRequestOf } from "../plan.ts";
import type { Account } from "../registry.ts";
import type { Run } from "../store/store.ts";
import { contentOf, magicFault, noCredits, refusalOf, type SendBody, startOf } from "./accept.ts";
import { ordersOf, planTimeline } from "./timeline.ts";

/** How a batch leaves the queue. */
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
    if (cost > credits) return noCredits(core, account, cost, credits, now);
    const batchNumber = (await transaction.lastBatchNumber()) + 1;
    const batchId = core.ids.batch.of(batchNumber);
    const startsAt = Math.max(start, now);
    const runs = planRuns(core, account, accepted, body.type, startsAt);
    const first = await transaction.addBatchMessages({
      batch: batchNumber,
      recipients: accepted,
      queuedAt: now,
      scheduledAt: scheduleAt === undefined ? null : startsAt,
      runs,
    });
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
    await core.settle.order(transaction, ordersOf(runs, first, now));
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
  }, "not looking");
}

/** What becomes of the messages: slice by slice, but as a magic number has it. */
function planRuns(
  core: Core,
  { number }: Account,
  recipients: string[],
  type: string,
  startsAt: number,
): Run[] {
  const closed = core.dlt.closedFor(type, startsAt);
  const runs: Run[] = [];
  let previous: MagicRecipient | undefined;
  for (const [index, to] of recipients.entries()) {
    const recipient = magicRecipient(to);
    const run = runs.at(-1);
    if (run && recipient === previous && index % slice.messages > 0) {
      run.count += 1;
      continue;
    }
    const leavesAt = startsAt + Math.floor(index / slice.messages) * slice.everyMs;
    const timeline = planTimeline(leavesAt, core.settings.delays, recipient, closed);
    runs.push({ account: number, count: 1, ...timeline });
    previous = recipient;
  }
  return runs;
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

import { setTimeout as sleep } from "node:timers/promises";
import { message } from "./account.ts";
import { CutOffError, type SandboxProcess } from "./sandbox-process.ts";

/** What the sandbox has said before it was killed. */
export interface Acknowledged {
  /** The credits of each message that was sent alone, by its id. */
  singles: Map<string, number>;
  batches: Map<string, { queued: number; credits: number }>;
  cancelled: Set<string>;
  /** The last status that was read of a message. */
  statuses: Map<string, string>;
  /** Answers that it should not have given. */
  problems: string[];
}

const ranks = ["queued", "dispatched", "delivered", "failed", "rejected"];

/** Whether a message can have gone from one status to another: on, but not back, nor to another ending. */
export function mayFollow(before: string, after: string): boolean {
  return before === after || ranks.indexOf(before) < Math.min(2, ranks.indexOf(after));
}

/** Some that are delivered, and some that fail, are rejected or stay for ever. */
const endings = ["910000000001", "910000000005", "910000000007", "910000000008"];

function recipient(): string {
  const [magic] = endings.slice(Math.floor(Math.random() * 40));
  return magic ?? `919${String(Math.floor(Math.random() * 1e9)).padStart(9, "0")}`;
}

/** Sends, cancels and reads at full speed until the sandbox is gone. */
export async function drive(sandbox: SandboxProcess): Promise<Acknowledged> {
  const seen: Acknowledged = {
    singles: new Map(),
    batches: new Map(),
    cancelled: new Set(),
    statuses: new Map(),
    problems: [],
  };
  const call = async (method: string, path: string, body?: object) => {
    const answer = await sandbox.call(method, path, body);
    if (answer.status === 200) return answer.body;
    seen.problems.push(`${method} ${path} was answered ${answer.status}`);
    return undefined;
  };
  const sendBulk = async (size: number, more: object = {}) => {
    const recipients = Array.from({ length: size }, recipient);
    const answer = await call("POST", "/sms/bulk", { ...message, ...more, recipients });
    if (!answer) return undefined;
    const { batchId, queued, estimatedCredits: credits } = answer;
    seen.batches.set(batchId, { queued, credits });
    return batchId;
  };

  const sendSingles = async () => {
    const answer = await call("POST", "/sms/send", { ...message, to: recipient() });
    if (answer) seen.singles.set(answer.messageId, answer.credits);
  };
  const sendBulks = async () => {
    await sendBulk(1 + Math.floor(Math.random() * 10));
    await sleep(20);
  };
  const scheduleAndCancel = async () => {
    // Large enough for the log to be written back to the database, now and then.
    const batchId = await sendBulk(200, { scheduleAt: "2100-01-01T00:00:00Z" });
    if (!batchId || Math.random() < 0.3) return;
    const answer = await call("DELETE", `/sms/schedule/${batchId}`);
    if (answer?.cancelled) seen.cancelled.add(batchId);
  };
  const scheduleSoon = async () => {
    const { now } = await sandbox.control("/clock");
    await sendBulk(5, { scheduleAt: new Date(Date.parse(now) + 10_000).toISOString() });
    await sleep(20);
  };
  const readStatuses = async () => {
    const ids = [...seen.singles.keys()];
    const id = ids[Math.floor(Math.random() * ids.length)];
    if (!id) return call("GET", "/account/balance");
    const { status } = await call("GET", `/sms/status/${id}`);
    const before = seen.statuses.get(id) ?? status;
    if (!mayFollow(before, status)) seen.problems.push(`${id} went from ${before} to ${status}`);
    seen.statuses.set(id, status);
  };

  const clients = [
    ...Array(8).fill(sendSingles),
    sendBulks,
    scheduleAndCancel,
    scheduleSoon,
    readStatuses,
  ];
  await Promise.all(clients.map(untilItIsGone));
  return seen;
}

async function untilItIsGone(work: () => Promise<unknown>): Promise<void> {
  try {
    for (;;) await work();
  } catch (error) {
    if (!(error instanceof CutOffError)) throw error;
  }
}

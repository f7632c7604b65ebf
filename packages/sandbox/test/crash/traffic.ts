import { magicRecipients } from "../../src/index.ts";

const apiKey = "gcm_test_crash";
export const granted = 1_000_000;

const message = { message: "Hello", senderId: "GCMDIA", templateId: "1", type: "transactional" };

/** An account with room for all that is sent; its clock is fast, so that endings and retries come in time. */
export function crashConfiguration(receiverUrl: string) {
  const { message: text, senderId, templateId, type } = message;
  return {
    clock: { speed: 20 },
    accounts: [
      {
        accountId: "demo",
        plan: "Enterprise",
        requestsPerSecond: 1_000_000,
        credits: granted,
        keys: [{ key: apiKey }],
        headers: [{ senderId, approved: true }],
        templates: [{ templateId, senderId, type, text }],
        endpoints: [{ url: receiverUrl, secret: "secret" }],
      },
    ],
  };
}

/** What the sandbox has answered before it was killed. */
export interface Acknowledged {
  singles: Set<string>;
  /** How many messages each batch has. */
  batches: Map<string, number>;
  cancelled: Set<string>;
}

const rejected = magicRecipients.find(({ ending }) => ending === "rejected")?.to ?? "";

/** Sends and cancels at full speed until the sandbox is gone. */
export async function sendUntilGone(url: string): Promise<Acknowledged> {
  const singles = new Set<string>();
  const batches = new Map<string, number>();
  const cancelled = new Set<string>();
  let sent = 0;
  const recipient = () => {
    sent += 1;
    return sent % 10 === 0 ? rejected : `91${9_000_000_000 + sent}`;
  };
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { "x-api-key": apiKey, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify({ ...message, ...body }) }),
    });
    return response.json();
  };
  const sendSingle = async () => {
    const { messageId } = await call("POST", "/sms/send", { to: recipient() });
    singles.add(messageId);
  };
  const sendBulk = async (more: object = {}): Promise<string> => {
    const recipients = Array.from({ length: 10 }, recipient);
    const { batchId, queued } = await call("POST", "/sms/bulk", { ...more, recipients });
    batches.set(batchId, queued);
    return batchId;
  };
  const scheduleAndCancel = async () => {
    const batchId = await sendBulk({ scheduleAt: "2100-01-01T00:00:00Z" });
    if (batches.size % 3 === 0) return;
    await call("DELETE", `/sms/schedule/${batchId}`);
    cancelled.add(batchId);
  };
  const untilGone = async (work: () => Promise<unknown>) => {
    try {
      for (;;) await work();
    } catch {
      // What was cut off was not acknowledged.
    }
  };
  const works = [sendSingle, sendSingle, sendSingle, sendBulk, scheduleAndCancel];
  await Promise.all(works.map((work) => untilGone(() => work())));
  return { singles, batches, cancelled };
}

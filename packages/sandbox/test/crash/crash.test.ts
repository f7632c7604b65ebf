import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { signatureHeader, verify } from "@getclickmedia/sms-sdk/webhooks";
import { expect, onTestFinished, test } from "vitest";
import { type Sandbox, startSandbox } from "../../src/index.ts";
import { startReceiver } from "../webhooks/receiver.ts";
import { newDataFile } from "../webhooks/sandbox.ts";
import { startCli } from "./cli-process.ts";
import { crashConfiguration, granted, sendUntilGone } from "./traffic.ts";

// The benchmarks have a large edition of this, `packages/bench/src/crash.ts`.

interface Message {
  messageId: string;
  batchId: string | null;
  status: string;
  credits: number;
}

interface Batch {
  batchId: string;
  state: string;
  credits: number;
}

interface Entry {
  kind: string;
  amount: number;
  balance: number;
  messageId: string | null;
  batchId: string | null;
}

/** A list of the control API, the first item first. */
async function readAll<Item>({ controlUrl }: Sandbox, list: string, field = list): Promise<Item[]> {
  const items: Item[] = [];
  for (let before = ""; ; ) {
    const answer = await fetch(`${controlUrl}/accounts/demo/${list}?limit=200${before}`);
    const page = await answer.json();
    items.push(...page[field]);
    if (page.next === null) return items.reverse();
    before = `&before=${page.next}`;
  }
}

test.each([1, 2, 3, 4, 5, 6])(
  "kill -9 under load loses nothing that was acknowledged, %i",
  async () => {
    const data = await newDataFile();
    const config = `${data}.json`;
    const refused = new Map<string, string>();
    const early: string[] = [];
    const receiver = await startReceiver((response, { messageId, event }) => {
      // No event may come before the one before it was taken in.
      if ((refused.get(messageId) ?? event) !== event) early.push(`${event} of ${messageId}`);
      if (receiver.received.length % 20 === 0) refused.set(messageId, event);
      else refused.delete(messageId);
      response.writeHead(refused.has(messageId) ? 500 : 200).end();
    });
    await writeFile(config, JSON.stringify(crashConfiguration(receiver.url)));
    const killed = await startCli(["--data", data, "--config", config]);
    const traffic = sendUntilGone(killed.url);
    await sleep(50 + Math.random() * 500);
    await killed.end("SIGKILL");
    const { singles, batches, cancelled } = await traffic;

    const sandbox = await startSandbox({ port: 0, data });
    onTestFinished(() => sandbox.close());
    await sandbox.advance({ seconds: 3_600 });
    const messages = await readAll<Message>(sandbox, "messages");
    const stored = await readAll<Batch>(sandbox, "batches");
    const entries = await readAll<Entry>(sandbox, "ledger", "entries");

    const messageIds = new Set(messages.map(({ messageId }) => messageId));
    expect(singles.difference(messageIds)).toEqual(new Set());
    const perBatch = Map.groupBy(messages, ({ batchId }) => batchId);
    for (const [id, queued] of batches) expect(perBatch.get(id), id).toHaveLength(queued);
    expect(cancelled.difference(batchesIn("cancelled", stored))).toEqual(new Set());

    let balance = 0;
    for (const entry of entries) {
      balance += entry.amount;
      expect(entry.balance).toBe(balance);
    }
    expect(entries.map(written).sort()).toEqual(entriesFor(messages, stored).map(written).sort());

    const unsent = batchesIn("cancelled", stored).union(batchesIn("scheduled", stored));
    const heard = Map.groupBy(receiver.received, ({ messageId }) => messageId);
    for (const { messageId, batchId, status } of messages) {
      const events = new Set(heard.get(messageId)?.map(({ event }) => event));
      const due = new Set(["queued", ...(unsent.has(batchId ?? "") ? [] : ["dispatched"]), status]);
      expect([...events], messageId).toEqual([...due].map((name) => `sms.${name}`));
    }
    expect(early).toEqual([]);
    expect(new Set(heard.keys()).difference(messageIds)).toEqual(new Set());
    for (const { body, headers } of receiver.received)
      expect(await verify(body, headers[signatureHeader], "secret")).toBe(true);
  },
);

function batchesIn(state: string, batches: Batch[]): Set<string> {
  return new Set(batches.filter((batch) => batch.state === state).map(({ batchId }) => batchId));
}

/** The ledger that follows from the messages and batches, in any order. */
function entriesFor(messages: Message[], batches: Batch[]): Omit<Entry, "balance">[] {
  const cancelled = batchesIn("cancelled", batches);
  return [
    { kind: "grant", amount: granted, messageId: null, batchId: null },
    ...messages.flatMap(({ messageId, batchId, status, credits }) => [
      ...(batchId === null ? [{ kind: "send", amount: -credits, messageId, batchId }] : []),
      ...(status === "rejected" ? [{ kind: "refund", amount: credits, messageId, batchId }] : []),
    ]),
    ...batches.flatMap(({ batchId, credits }) => {
      const send = { kind: "send", amount: -credits, messageId: null, batchId };
      return cancelled.has(batchId) ? [send, { ...send, kind: "refund", amount: credits }] : [send];
    }),
  ];
}

function written({ kind, amount, messageId, batchId }: Omit<Entry, "balance">): string {
  return `${kind} ${amount} ${messageId} ${batchId}`;
}

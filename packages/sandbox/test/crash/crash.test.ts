import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { signatureHeader, verify } from "@getclickmedia/sms-sdk/webhooks";
import { expect, onTestFinished, test } from "vitest";
import { type Sandbox, startSandbox } from "../../src/index.ts";
import { startReceiver } from "../webhooks/receiver.ts";
import { newDataFile } from "../webhooks/sandbox.ts";
import { startCli } from "./cli-process.ts";
import { apiKey, crashConfiguration, granted, sendUntilGone } from "./traffic.ts";

// The benchmarks have a large edition of this, `packages/bench/src/crash.ts`.

interface Message {
  messageId: string;
  batchId: string | null;
  status: string;
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
    let refused = 0;
    const receiver = await startReceiver((response) => {
      refused += 1;
      response.writeHead(refused % 20 === 0 ? 500 : 200).end();
    });
    await writeFile(config, JSON.stringify(crashConfiguration(receiver.url)));
    const killed = await startCli(["--data", data, "--config", config]);
    const traffic = sendUntilGone(killed.url);
    await sleep(50 + Math.random() * 500);
    await killed.end("SIGKILL");
    const { singles, batches, cancelled } = await traffic;

    const sandbox = await startSandbox({ port: 0, data });
    onTestFinished(() => sandbox.close());
    const statusOf = async (path: string) =>
      (await fetch(`${sandbox.url}${path}`, { headers: { "x-api-key": apiKey } })).status;
    for (const id of singles) expect(await statusOf(`/sms/status/${id}`), id).toBe(200);
    for (const id of batches.keys()) expect(await statusOf(`/sms/batch/${id}`), id).toBe(200);
    await sandbox.advance({ seconds: 3_600 });

    const messages = await readAll<Message>(sandbox, "messages");
    const perBatch = Map.groupBy(messages, ({ batchId }) => batchId);
    for (const [id, queued] of batches) expect(perBatch.get(id), id).toHaveLength(queued);
    const stored = await readAll<{ batchId: string; state: string; credits: number }>(
      sandbox,
      "batches",
    );
    const inState = (state: string) =>
      new Set(stored.filter((batch) => batch.state === state).map(({ batchId }) => batchId));
    expect([...cancelled].filter((id) => !inState("cancelled").has(id))).toEqual([]);

    const entries = await readAll<Entry>(sandbox, "ledger", "entries");
    const cancelledNow = inState("cancelled");
    const expected = [
      { kind: "grant", amount: granted, messageId: null, batchId: null },
      ...messages.flatMap(({ messageId, batchId, status, credits }) => [
        ...(batchId === null ? [{ kind: "send", amount: -credits, messageId, batchId }] : []),
        ...(status === "rejected" ? [{ kind: "refund", amount: credits, messageId, batchId }] : []),
      ]),
      ...stored.flatMap(({ batchId, credits }) => [
        { kind: "send", amount: -credits, messageId: null, batchId },
        ...(cancelledNow.has(batchId)
          ? [{ kind: "refund", amount: credits, messageId: null, batchId }]
          : []),
      ]),
    ];
    const sorted = (each: Omit<Entry, "balance">[]) =>
      each
        .map(({ kind, amount, messageId, batchId }) => `${kind} ${amount} ${messageId} ${batchId}`)
        .sort();
    expect(sorted(entries)).toEqual(sorted(expected));
    let balance = 0;
    for (const entry of entries) {
      balance += entry.amount;
      expect(entry.balance).toBe(balance);
    }

    const silent = cancelledNow.union(inState("scheduled"));
    const heard = Map.groupBy(receiver.received, ({ messageId }) => messageId);
    for (const { messageId, batchId, status } of messages) {
      const events = new Set(heard.get(messageId)?.map(({ event }) => event));
      const due = silent.has(batchId ?? "") ? [] : ["queued", "dispatched", status];
      expect([...events], messageId).toEqual(due.map((name) => `sms.${name}`));
      heard.delete(messageId);
    }
    expect([...heard.keys()]).toEqual([]);
    for (const { body, headers } of receiver.received)
      expect(await verify(body, headers[signatureHeader], "secret")).toBe(true);
  },
);

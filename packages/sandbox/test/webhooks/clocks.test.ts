import { expect, test } from "vitest";
import { type Received, startReceiver } from "./receiver.ts";
import { startWebhookSandbox } from "./sandbox.ts";

const all = ["sms.queued", "sms.dispatched", "sms.delivered"];

test("on the real clock receipts come by themselves, and the retry after 5 s", async () => {
  const arrivals: number[] = [];
  const receiver = await startReceiver((response, { event }) => {
    arrivals.push(performance.now());
    // An answer that takes its time, after which nothing else happens in the sandbox.
    const status = arrivals.length === 3 && event === "sms.delivered" ? 500 : 200;
    setTimeout(() => response.writeHead(status).end(), 100);
  });
  const sandbox = await startWebhookSandbox({ clock: "real" });
  await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await receiver.arrived(4);
  expect(receiver.eventsOf(messageId)).toEqual([...all, "sms.delivered"]);
  const [first = 0, ...others] = arrivals.map((time) => time / 1_000);
  const seconds = others.map((time) => time - first);
  for (const [index, expected] of [1, 2, 7.1].entries()) {
    expect(seconds[index]).toBeGreaterThan(expected - 0.1);
    expect(seconds[index]).toBeLessThan(expected + 4);
  }
});

test("on a fast clock a day of retries takes as long as the clock says", async () => {
  const receiver = await startReceiver((response) => response.writeHead(500).end());
  // 27 h 35 min and 5 s in less than 1 s.
  const sandbox = await startWebhookSandbox({ clock: { speed: 100_000 } });
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send("910000000007");
  await receiver.arrived(8);
  await expect.poll(async () => (await sandbox.deliveries())[0]?.state).toBe("failed");
  const [delivery] = await sandbox.deliveries();
  const times = delivery?.attempts.map(({ at }) => Date.parse(at)) ?? [];
  const waits = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 1_000);
  for (const [index, least] of [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000].entries())
    expect(waits[index]).toBeGreaterThanOrEqual(least);
});

test("on a fast clock every message keeps the order of its receipts", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox({ clock: { speed: 1_000 } });
  await sandbox.addEndpoint(receiver.url);
  const ids = await Promise.all(Array.from({ length: 50 }, () => sandbox.send()));
  await sandbox.sendBulk(Array.from({ length: 50 }, (_, index) => `91${9_000_000_000 + index}`));
  await receiver.arrived(300);
  for (const id of ids) expect(receiver.eventsOf(id)).toEqual(all);
  const perMessage = Map.groupBy(receiver.received, ({ messageId }: Received) => messageId);
  expect(perMessage.size).toBe(100);
  for (const received of perMessage.values())
    expect(received.map(({ event }) => event)).toEqual(all);
});

test("a clock that is set going goes on with what was pending", async () => {
  let attempts = 0;
  const receiver = await startReceiver((response) => {
    attempts += 1;
    response.writeHead(attempts === 1 ? 500 : 200).end();
  });
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 1 });
  await fetch(`${sandbox.controlUrl}/clock`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ speed: 100 }),
  });
  await receiver.arrived(4);
  expect(receiver.eventsOf(messageId)).toEqual(["sms.queued", ...all]);
});

import { expect, test } from "vitest";
import { never, startReceiver, withStatus } from "./receiver.ts";
import { startWebhookSandbox } from "./sandbox.ts";

const all = ["sms.queued", "sms.dispatched", "sms.delivered"];

test("an event waits until those before it are delivered, and other messages do not", async () => {
  let bad = "";
  let isDown = true;
  const receiver = await startReceiver((response, { messageId }) =>
    response.writeHead(isDown && messageId === bad ? 500 : 200).end(),
  );
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  bad = await sandbox.send();
  const good = await sandbox.send();
  await sandbox.advance({ seconds: 304 });
  expect(receiver.eventsOf(good)).toEqual(all);
  expect(receiver.eventsOf(bad)).toEqual(["sms.queued", "sms.queued"]);
  expect(
    (await sandbox.deliveries(`&messageId=${bad}`)).map(
      ({ state, attemptCount, nextAttemptAt }) => [state, attemptCount, nextAttemptAt],
    ),
  ).toEqual([
    ["pending", 2, "2026-06-23T10:35:05.000Z"],
    ["pending", 0, null],
    ["pending", 0, null],
  ]);
  isDown = false;
  await sandbox.advance({ seconds: 1 });
  expect(receiver.eventsOf(bad)).toEqual(["sms.queued", "sms.queued", ...all]);
});

test("an event that is given up lets the next one go", async () => {
  const receiver = await startReceiver((response, { event }) =>
    response.writeHead(event === "sms.queued" ? 500 : 200).end(),
  );
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 2 * 86_400 });
  expect(receiver.eventsOf(messageId)).toEqual([...Array(8).fill("sms.queued"), ...all.slice(1)]);
  const deliveries = await sandbox.deliveries();
  expect(deliveries.map(({ state }) => state)).toEqual(["failed", "delivered", "delivered"]);
  const [givenUp, next] = deliveries;
  expect(next?.attempts[0]?.at).toBe(givenUp?.attempts.at(-1)?.at);
});

test("the order holds for many messages at once, though answers come in any order", async () => {
  let calls = 0;
  const receiver = await startReceiver((response) => {
    calls += 1;
    const status = calls % 7 === 0 ? 500 : 200;
    setTimeout(() => response.writeHead(status).end(), (calls * 7) % 13);
  });
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const recipients = Array.from({ length: 60 }, (_, index) => `91${9_000_000_000 + index}`);
  await sandbox.sendBulk(recipients);
  await sandbox.advance({ seconds: 86_400 });
  const ids = new Set(receiver.received.map(({ messageId }) => messageId));
  expect(ids.size).toBe(60);
  for (const id of ids) expect([...new Set(receiver.eventsOf(id))]).toEqual(all);
  for (const { state } of await sandbox.deliveries()) expect(state).toBe("delivered");
});

test("two endpoints have the same event and body, each at its own pace", async () => {
  const [up, down] = [await startReceiver(), await startReceiver(withStatus(500))];
  const sandbox = await startWebhookSandbox();
  const endpoints = [await sandbox.addEndpoint(up.url), await sandbox.addEndpoint(down.url)];
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 10 });
  expect(up.eventsOf(messageId)).toEqual(all);
  expect(down.eventsOf(messageId)).toEqual(["sms.queued", "sms.queued"]);
  const [first, second] = await Promise.all(
    endpoints.map(({ endpointId }) => sandbox.deliveries(`&endpointId=${endpointId}`)),
  );
  const same = ({ eventId, event, body }: { eventId: string; event: string; body: string }) => ({
    eventId,
    event,
    body,
  });
  expect(first).toHaveLength(3);
  expect(first?.map(same)).toEqual(second?.map(same));
  expect(first?.map(({ deliveryId }) => deliveryId)).not.toEqual(
    second?.map(({ deliveryId }) => deliveryId),
  );
  const [one, two] = [up.received[0], down.received[0]];
  expect(one?.body).toBe(two?.body);
  expect(one?.headers["x-gcm-signature"]).not.toBe(two?.headers["x-gcm-signature"]);
});

test("endpoints that never answer hold up no other one", async () => {
  const live = await startReceiver();
  const dead = await startReceiver(never);
  const sandbox = await startWebhookSandbox();
  // More of them than there are connections for in all, were they not bounded each.
  for (let count = 0; count < 8; count++) await sandbox.addEndpoint(`${dead.url}/${count}`);
  await sandbox.addEndpoint(live.url);
  const recipients = Array.from({ length: 100 }, (_, index) => `91${9_000_000_000 + index}`);
  const started = performance.now();
  await sandbox.sendBulk(recipients);
  await live.arrived(100);
  expect(performance.now() - started).toBeLessThan(10_000);
  await expect.poll(() => dead.received.length).toBe(8 * 16);
});

test("a retry is made at its time while an attempt to another endpoint hangs", async () => {
  let attempts = 0;
  const failing = await startReceiver((response) => {
    attempts += 1;
    response.writeHead(attempts === 1 ? 500 : 200).end();
  });
  const dead = await startReceiver(never);
  const sandbox = await startWebhookSandbox({ clock: { speed: 20 } });
  await sandbox.addEndpoint(dead.url);
  await sandbox.addEndpoint(failing.url);
  const started = performance.now();
  await sandbox.send("910000000007");
  await failing.arrived(2);
  // 5 s of the sandbox; the hanging attempt takes 15 real ones.
  expect(performance.now() - started).toBeLessThan(5_000);
});

import { expect, test } from "vitest";
import { never, type Receiver, startReceiver, withStatus } from "./receiver.ts";
import { newDataFile, start, startWebhookSandbox } from "./sandbox.ts";

const stuck = "910000000007";

/** Configured with an endpoint, as a reset gives it its configuration back. */
function configuredFor({ url }: Receiver) {
  const message = { senderId: "GCMDIA", type: "transactional" };
  return {
    accounts: [
      {
        accountId: "demo",
        credits: 1_000,
        plan: "Enterprise",
        keys: [{ key: "gcm_test_webhooks" }],
        headers: [{ senderId: message.senderId, approved: true }],
        templates: [{ ...message, templateId: "1", text: "Hello" }],
        endpoints: [{ url, secret: "secret" }],
      },
    ],
  };
}

test("a reset while attempts are under way leaves nothing behind", async () => {
  const receiver = await startReceiver(never);
  const sandbox = await startWebhookSandbox({ config: configuredFor(receiver) });
  for (let count = 0; count < 20; count++) await sandbox.send(stuck);
  await receiver.arrived(16);
  await sandbox.reset();
  expect(await sandbox.deliveries()).toEqual([]);
  receiver.answer = withStatus(200);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 86_400 });
  expect(await sandbox.deliveries()).toMatchObject([
    { state: "delivered", attemptCount: 1, attempts: [{ number: 1, at: start, status: 200 }] },
  ]);
  expect(receiver.received).toHaveLength(17);
});

test("a reset while one is delivered by hand leaves nothing behind", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox({ config: configuredFor(receiver) });
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 0 });
  const [delivery] = await sandbox.deliveries();
  receiver.answer = never;
  const byHand = sandbox.redeliver(delivery);
  await receiver.arrived(2);
  await sandbox.reset();
  expect([404, 409]).toContain((await byHand).status);
  receiver.answer = withStatus(200);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 0 });
  const [again] = await sandbox.deliveries();
  expect(again).toMatchObject({ deliveryId: delivery?.deliveryId, attemptCount: 1 });
});

test("resets and redeliveries at the same time leave no attempt without its delivery", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox({ config: configuredFor(receiver) });
  for (let round = 0; round < 10; round++) {
    await sandbox.send(stuck);
    await sandbox.advance({ seconds: 0 });
    const [delivery] = await sandbox.deliveries();
    await Promise.all([
      sandbox.redeliver(delivery),
      sandbox.reset(),
      sandbox.redeliver(delivery),
      sandbox.redeliver(delivery),
    ]);
    await sandbox.reset();
  }
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 0 });
  expect(await sandbox.deliveries()).toMatchObject([{ attempts: [{ number: 1 }] }]);
});

test("closing does not wait for attempts, and they are made again after a restart", async () => {
  const data = await newDataFile();
  const receiver = await startReceiver();
  const first = await startWebhookSandbox({ data });
  await first.addEndpoint(receiver.url);
  await first.send(stuck);
  await first.advance({ seconds: 0 });
  receiver.answer = never;
  const messageId = await first.send(stuck);
  const [delivered] = await first.deliveries();
  const byHand = expect(first.redeliver(delivered)).rejects.toThrow();
  await receiver.arrived(3);
  const advancing = expect(first.advance({ seconds: 60 })).rejects.toThrow("was closed");
  const started = performance.now();
  await first.close();
  await Promise.all([advancing, byHand]);
  expect(performance.now() - started).toBeLessThan(5_000);
  receiver.answer = withStatus(200);
  const second = await startWebhookSandbox({ data });
  await receiver.arrived(4);
  await second.advance({ seconds: 0 });
  expect(receiver.eventsOf(messageId)).toEqual(["sms.queued", "sms.queued"]);
  const [one, two] = receiver.received.filter((each) => each.messageId === messageId);
  expect(one).toEqual(two);
  const state = { state: "delivered", attemptCount: 1, attempts: [{ number: 1, status: 200 }] };
  expect(await second.deliveries()).toMatchObject([state, state]);
});

test("a schedule goes on after a restart, at its times", async () => {
  const data = await newDataFile();
  const receiver = await startReceiver(withStatus(500));
  for (const seconds of [1, 4, 300, 1_800]) {
    const sandbox = await startWebhookSandbox({ data });
    if (seconds === 1) {
      await sandbox.addEndpoint(receiver.url);
      await sandbox.send(stuck);
    }
    await sandbox.advance({ seconds });
    await sandbox.close();
  }
  const sandbox = await startWebhookSandbox({ data });
  const [delivery] = await sandbox.deliveries();
  const seconds = delivery?.attempts.map(({ at }) => (Date.parse(at) - Date.parse(start)) / 1_000);
  expect(seconds).toEqual([0, 5, 305, 2_105]);
  const { body } = receiver.received[0] ?? {};
  for (const each of receiver.received) expect(each.body).toBe(body);
});

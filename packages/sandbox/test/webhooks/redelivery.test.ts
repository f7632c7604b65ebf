import { expect, test } from "vitest";
import { startReceiver, withStatus } from "./receiver.ts";
import { startWebhookSandbox } from "./sandbox.ts";

const stuck = "910000000007";

test("what was delivered is delivered again, with the same body, and stays delivered", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 60 });
  const [first] = await sandbox.deliveries();
  const { status, delivery } = await sandbox.redeliver(first);
  expect(status).toBe(200);
  expect(delivery).toMatchObject({ state: "delivered", attemptCount: 2, eventId: first?.eventId });
  expect(delivery.attempts.map(({ number, at }) => [number, at])).toEqual([
    [1, "2026-06-23T10:30:00.000Z"],
    [2, "2026-06-23T10:31:00.000Z"],
  ]);
  receiver.answer = withStatus(500);
  expect((await sandbox.redeliver(first)).delivery).toMatchObject({
    state: "delivered",
    attemptCount: 3,
    lastStatus: 500,
    nextAttemptAt: null,
  });
  const [one, ...others] = receiver.received;
  expect(others).toHaveLength(2);
  for (const each of others) expect(each).toEqual(one);
  await sandbox.advance({ seconds: 86_400 });
  expect(receiver.received).toHaveLength(3);
});

test("what has failed can be delivered after all", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 2 * 86_400 });
  const [failed] = await sandbox.deliveries();
  expect((await sandbox.redeliver(failed)).delivery).toMatchObject({
    state: "failed",
    attemptCount: 9,
    nextAttemptAt: null,
  });
  receiver.answer = withStatus(204);
  const { delivery } = await sandbox.redeliver(failed);
  expect(delivery).toMatchObject({ state: "delivered", attemptCount: 10, lastStatus: 204 });
  expect(delivery.attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("one by hand that fails does not disturb the schedule", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 100 });
  const [pending] = await sandbox.deliveries();
  const { delivery } = await sandbox.redeliver(pending);
  expect(delivery).toMatchObject({
    state: "pending",
    attemptCount: 3,
    nextAttemptAt: pending?.nextAttemptAt,
  });
  await sandbox.advance({ seconds: 5 * 86_400 });
  const [failed] = await sandbox.deliveries();
  expect(failed).toMatchObject({ state: "failed", attemptCount: 9 });
  const seconds = failed?.attempts.map(
    ({ at }) => (Date.parse(at) - Date.parse("2026-06-23T10:30:00Z")) / 1_000,
  );
  expect(seconds?.slice(0, 5)).toEqual([0, 5, 100, 305, 2_105]);
});

test("one by hand that succeeds ends the schedule and lets the next event go", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 100 });
  receiver.answer = withStatus(200);
  const [queued] = await sandbox.deliveries();
  expect((await sandbox.redeliver(queued)).delivery.state).toBe("delivered");
  await receiver.arrived(5);
  expect(receiver.eventsOf(messageId).slice(2)).toEqual([
    "sms.queued",
    "sms.dispatched",
    "sms.delivered",
  ]);
});

test("one by hand of an event that waits for another leaves it where it was in the row", async () => {
  let up = "sms.dispatched";
  const receiver = await startReceiver((response, { event }) =>
    response.writeHead(up.includes(event) ? 200 : 500).end(),
  );
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 2 });
  const [, dispatched, delivered] = await sandbox.deliveries();
  expect((await sandbox.redeliver(dispatched)).delivery.state).toBe("delivered");
  expect((await sandbox.redeliver(delivered)).delivery).toMatchObject({
    state: "pending",
    nextAttemptAt: null,
  });
  up = "sms.queued sms.delivered";
  await sandbox.advance({ seconds: 10 });
  expect(receiver.eventsOf(messageId)).toEqual([
    "sms.queued",
    "sms.dispatched",
    "sms.delivered",
    "sms.queued",
    "sms.delivered",
  ]);
});

test("an event that is let go while it is delivered by hand goes on by the schedule", async () => {
  let answerLater = () => {};
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 2 });
  const [queued, dispatched] = await sandbox.deliveries();
  receiver.answer = (response, { event }) => {
    if (event === "sms.queued") return response.end();
    answerLater = () => response.writeHead(500).end();
    return undefined;
  };
  const byHand = sandbox.redeliver(dispatched);
  await receiver.arrived(2);
  expect((await sandbox.redeliver(queued)).delivery.state).toBe("delivered");
  receiver.answer = withStatus(200);
  answerLater();
  expect((await byHand).status).toBe(200);
  await receiver.arrived(5);
  expect(receiver.eventsOf(messageId).slice(3)).toEqual(["sms.dispatched", "sms.delivered"]);
});

test("one attempt of a delivery is made at a time", async () => {
  let answerLater = () => {};
  const receiver = await startReceiver((response) => {
    answerLater = () => response.end();
  });
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await receiver.arrived(1);
  const [scheduled] = await sandbox.deliveries();
  expect((await sandbox.redeliver(scheduled)).status).toBe(409);
  answerLater();
  await sandbox.advance({ seconds: 0 });
  const byHand = [sandbox.redeliver(scheduled), sandbox.redeliver(scheduled)];
  await receiver.arrived(2);
  const { status } = await Promise.race(byHand);
  expect(status).toBe(409);
  answerLater();
  expect((await Promise.all(byHand)).map((each) => each.status).sort()).toEqual([200, 409]);
  expect(receiver.received).toHaveLength(2);
});

test("there must be a delivery of the account, and its endpoint", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 0 });
  const [delivery] = await sandbox.deliveries();
  await fetch(`${sandbox.controlUrl}/seed`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ accounts: [{ accountId: "other" }] }),
  });
  for (const [account, id] of [
    ["demo", "dlv_0000000000"],
    ["demo", "nonsense"],
    ["other", delivery?.deliveryId],
  ]) {
    const url = `${sandbox.controlUrl}/accounts/${account}/deliveries/${id}`;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${url}/redeliver`, { method: "POST" })).status).toBe(404);
  }
  await sandbox.call("DELETE", `/endpoints/${endpointId}`);
  expect((await sandbox.redeliver(delivery)).status).toBe(409);
  expect(receiver.received).toHaveLength(1);
});

test("an endpoint that is switched off is still delivered to by hand", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 1 });
  await sandbox.call("PATCH", `/endpoints/${endpointId}`, { enabled: false });
  const [stopped] = await sandbox.deliveries();
  expect(stopped?.state).toBe("stopped");
  expect((await sandbox.redeliver(stopped)).delivery.state).toBe("stopped");
  receiver.answer = withStatus(200);
  expect((await sandbox.redeliver(stopped)).delivery.state).toBe("delivered");
});

import { expect, test } from "vitest";
import { never, startReceiver, withStatus } from "./receiver.ts";
import { type Delivery, start, startWebhookSandbox } from "./sandbox.ts";

const stuck = "910000000007";
const schedule = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 36_000];
/** Seconds after the start of the test at which the attempts are made. */
const attemptTimes = schedule.map((_, index) =>
  schedule.slice(0, index + 1).reduce((sum, wait) => sum + wait, 0),
);

function secondsOf({ attempts }: Delivery): number[] {
  return attempts.map(({ at }) => (Date.parse(at) - Date.parse(start)) / 1_000);
}

test("a day of failures is attempts at the times of the schedule, and then given up", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 5 * 86_400 });
  const [delivery] = await sandbox.deliveries();
  expect(delivery && secondsOf(delivery)).toEqual(attemptTimes);
  expect(delivery).toMatchObject({
    event: "sms.queued",
    state: "failed",
    attemptCount: 8,
    lastStatus: 500,
    nextAttemptAt: null,
  });
  expect(delivery?.attempts.map(({ number, status }) => [number, status])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, 500]),
  );
  expect(receiver.received).toHaveLength(8);
  for (const { body } of receiver.received) expect(body).toBe(delivery?.body);
});

test("until then it is pending and says when it goes on", async () => {
  const receiver = await startReceiver(withStatus(503));
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  const eventIds = new Set<string>();
  for (const [index, seconds] of attemptTimes.slice(1).entries()) {
    await sandbox.advance({ to: new Date(Date.parse(start) + seconds * 1_000 - 1).toISOString() });
    const [delivery] = await sandbox.deliveries();
    eventIds.add(delivery?.eventId ?? "");
    expect(delivery).toMatchObject({
      state: "pending",
      attemptCount: index + 1,
      nextAttemptAt: new Date(Date.parse(start) + seconds * 1_000).toISOString(),
    });
  }
  expect(eventIds.size).toBe(1);
});

test("the first 2xx ends it", async () => {
  for (const status of [200, 202, 204]) {
    let attempts = 0;
    const receiver = await startReceiver((response) => {
      attempts += 1;
      response.writeHead(attempts < 4 ? 500 : status).end();
    });
    const sandbox = await startWebhookSandbox();
    await sandbox.addEndpoint(receiver.url);
    await sandbox.send(stuck);
    await sandbox.advance({ seconds: 86_400 });
    const [delivery] = await sandbox.deliveries();
    expect(delivery && secondsOf(delivery)).toEqual(attemptTimes.slice(0, 4));
    expect(delivery).toMatchObject({ state: "delivered", lastStatus: status, nextAttemptAt: null });
  }
});

test("a redirect, a refusal and no answer are failures", async () => {
  const elsewhere = await startReceiver();
  const answers = [
    withStatus(301, { location: elsewhere.url }),
    withStatus(308, { location: elsewhere.url }),
    withStatus(304),
    withStatus(400),
    withStatus(404),
    withStatus(429, { "retry-after": "1" }),
  ];
  const sandbox = await startWebhookSandbox();
  for (const answer of answers) await sandbox.addEndpoint((await startReceiver(answer)).url);
  const refusing = await sandbox.addEndpoint("http://127.0.0.1:1/");
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 4 });
  const deliveries = await sandbox.deliveries();
  expect(deliveries.map(({ state, lastStatus }) => [state, lastStatus])).toEqual(
    [301, 308, 304, 400, 404, 429, null].map((status) => ["pending", status]),
  );
  expect(elsewhere.received).toEqual([]);
  const [refused] = deliveries.filter(({ endpointId }) => endpointId === refusing.endpointId);
  expect(refused?.attempts).toMatchObject([
    { status: null, responseHeaders: null, error: "connect ECONNREFUSED 127.0.0.1:1" },
  ]);
});

test("an answer that does not come in time is none", async () => {
  const receiver = await startReceiver(never);
  const sandbox = await startWebhookSandbox({ config: { webhooks: { timeoutSeconds: 0.2 } } });
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 5 });
  const [delivery] = await sandbox.deliveries();
  expect(delivery).toMatchObject({ state: "pending", lastStatus: null });
  expect(delivery && secondsOf(delivery)).toEqual([0, 5]);
  for (const { error } of delivery?.attempts ?? [])
    expect(error).toBe("There was no whole answer within 0.2 s.");
});

test("an attempt is kept with what was sent and what came back", async () => {
  const receiver = await startReceiver((response) =>
    response.writeHead(500, { "x-trace": "abc" }).end("Out of order — sorry"),
  );
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.send(stuck);
  await sandbox.advance({ seconds: 1 });
  const [delivery] = await sandbox.deliveries();
  const [arrived] = receiver.received;
  expect(delivery?.attempts).toEqual([
    {
      number: 1,
      at: start,
      url: receiver.url,
      requestHeaders: {
        "content-type": "application/json",
        "x-gcm-signature": arrived?.headers["x-gcm-signature"],
      },
      status: 500,
      responseHeaders: expect.objectContaining({ "x-trace": "abc" }),
      responseBody: "Out of order — sorry",
      durationMs: expect.any(Number),
      error: null,
    },
  ]);
  expect(delivery?.body).toBe(arrived?.body);
});

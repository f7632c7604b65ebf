import { expect, test } from "vitest";
import { startReceiver, withStatus } from "./receiver.ts";
import { newDataFile, startWebhookSandbox } from "./sandbox.ts";

const all = ["sms.queued", "sms.dispatched", "sms.delivered"];

test("an endpoint hears of what happens from its addition on", async () => {
  const [early, late] = [await startReceiver(), await startReceiver()];
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(early.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 1 });
  await sandbox.addEndpoint(late.url);
  await sandbox.advance({ seconds: 10 });
  expect(early.eventsOf(messageId)).toEqual(all);
  expect(late.eventsOf(messageId)).toEqual(["sms.delivered"]);
});

test("switched off, it hears of nothing, and what was pending is stopped", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  const before = await sandbox.send();
  await sandbox.advance({ seconds: 1 });
  const path = `/endpoints/${endpointId}`;
  expect(await sandbox.call("PATCH", path, { enabled: false })).toMatchObject({
    body: { enabled: false, disabledReason: null },
  });
  expect((await sandbox.deliveries()).map(({ state }) => state)).toEqual(["stopped", "stopped"]);
  const during = await sandbox.send();
  await sandbox.advance({ seconds: 1 });
  receiver.answer = withStatus(200);
  await sandbox.call("PATCH", path, { enabled: true });
  const after = await sandbox.send();
  await sandbox.advance({ seconds: 86_400 });
  expect(receiver.eventsOf(before)).toEqual(["sms.queued"]);
  expect(receiver.eventsOf(during)).toEqual(["sms.delivered"]);
  expect(receiver.eventsOf(after)).toEqual(all);
});

test("switched off, removed or moved while an attempt is under way, what fails then is not tried again", async () => {
  for (const change of ["off", "removed"]) {
    let answerLater = () => {};
    const receiver = await startReceiver((response) => {
      answerLater = () => response.writeHead(500).end();
    });
    const sandbox = await startWebhookSandbox();
    const { endpointId } = await sandbox.addEndpoint(receiver.url);
    await sandbox.send();
    await receiver.arrived(1);
    const path = `/endpoints/${endpointId}`;
    if (change === "off") await sandbox.call("PATCH", path, { enabled: false });
    else await sandbox.call("DELETE", path);
    answerLater();
    await sandbox.advance({ seconds: 86_400 });
    expect(await sandbox.deliveries()).toMatchObject([
      { state: "stopped", attemptCount: 1, lastStatus: 500, nextAttemptAt: null },
    ]);
    expect(receiver.received).toHaveLength(1);
  }
});

test("what arrives although its endpoint was removed meanwhile is delivered", async () => {
  let answerLater = () => {};
  const receiver = await startReceiver((response) => {
    answerLater = () => response.end();
  });
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  await sandbox.send();
  await receiver.arrived(1);
  expect((await sandbox.call("DELETE", `/endpoints/${endpointId}`)).status).toBe(204);
  answerLater();
  await sandbox.advance({ seconds: 10 });
  expect(await sandbox.deliveries()).toMatchObject([{ state: "delivered", attemptCount: 1 }]);
});

test("removed, it hears of nothing more, and its deliveries stay to be read", async () => {
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  await sandbox.send();
  await sandbox.advance({ seconds: 1 });
  expect((await sandbox.call("DELETE", `/endpoints/${endpointId}`)).status).toBe(204);
  expect((await sandbox.deliveries()).map(({ state }) => state)).toEqual(["stopped", "stopped"]);
  await sandbox.send();
  await sandbox.advance({ seconds: 86_400 });
  expect(receiver.received).toHaveLength(1);
  expect(await sandbox.deliveries()).toMatchObject([
    { event: "sms.queued", state: "stopped", attempts: [{ status: 500 }] },
    { event: "sms.dispatched", state: "stopped", attempts: [] },
  ]);
  for (const [method, path] of [
    ["DELETE", `/endpoints/${endpointId}`],
    ["PATCH", `/endpoints/${endpointId}`],
    ["POST", `/endpoints/${endpointId}/secret`],
  ] as const)
    expect(
      (await sandbox.call(method, path, method === "PATCH" ? { enabled: true } : {})).status,
    ).toBe(404);
});

test("moved, its retries go to the new address", async () => {
  const [from, to] = [await startReceiver(withStatus(500)), await startReceiver()];
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(from.url);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 1 });
  await sandbox.call("PATCH", `/endpoints/${endpointId}`, { url: to.url });
  await sandbox.advance({ seconds: 10 });
  expect(from.received).toHaveLength(1);
  expect(to.eventsOf(messageId)).toEqual(all);
  const [delivery] = await sandbox.deliveries();
  expect(delivery?.attempts.map(({ url }) => url)).toEqual([from.url, to.url]);
});

test("410 switches it off, says why and stops all that is pending", async () => {
  const receiver = await startReceiver(withStatus(500));
  const other = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  const { endpointId: otherId } = await sandbox.addEndpoint(other.url);
  await sandbox.send();
  await sandbox.advance({ seconds: 4 });
  receiver.answer = withStatus(410);
  await sandbox.advance({ seconds: 1 });
  expect(await sandbox.endpoint(endpointId)).toMatchObject({
    enabled: false,
    disabledReason: "It answered 410, which says that it is gone for good",
  });
  const of = (id: string) => sandbox.deliveries(`&endpointId=${id}`);
  expect((await of(endpointId)).map(({ state, lastStatus }) => [state, lastStatus])).toEqual([
    ["stopped", 410],
    ["stopped", null],
    ["stopped", null],
  ]);
  expect((await of(otherId)).map(({ state }) => state)).toEqual(["pending", "pending", "pending"]);
  await sandbox.send();
  await sandbox.advance({ seconds: 86_400 });
  expect(receiver.received).toHaveLength(2);
  await sandbox.call("PATCH", `/endpoints/${endpointId}`, { enabled: true });
  expect(await sandbox.endpoint(endpointId)).toMatchObject({ enabled: true, disabledReason: null });
  receiver.answer = withStatus(200);
  const messageId = await sandbox.send();
  await sandbox.advance({ seconds: 10 });
  expect(receiver.eventsOf(messageId)).toEqual(all);
});

test("410 from where it was does not switch it off where it is now", async () => {
  let answerLater = () => {};
  const from = await startReceiver((response) => {
    answerLater = () => response.writeHead(410).end();
  });
  const to = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(from.url);
  const messageId = await sandbox.send();
  await from.arrived(1);
  await sandbox.call("PATCH", `/endpoints/${endpointId}`, { url: to.url });
  answerLater();
  await sandbox.advance({ seconds: 10 });
  expect(await sandbox.endpoint(endpointId)).toMatchObject({ enabled: true, url: to.url });
  expect(to.eventsOf(messageId)).toEqual(all);
});

test("410 to an attempt by hand switches it off too", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint(receiver.url);
  await sandbox.send();
  await sandbox.advance({ seconds: 10 });
  receiver.answer = withStatus(410);
  const [delivery] = await sandbox.deliveries();
  expect((await sandbox.redeliver(delivery)).delivery).toMatchObject({
    state: "delivered",
    lastStatus: 410,
  });
  expect(await sandbox.endpoint(endpointId)).toMatchObject({ enabled: false });
});

test("changes of one endpoint that come together are all kept", async () => {
  const sandbox = await startWebhookSandbox({ data: await newDataFile() });
  const { endpointId } = await sandbox.addEndpoint("http://127.0.0.1:1/");
  const path = `/endpoints/${endpointId}`;
  for (let round = 0; round < 20; round++) {
    const url = `http://127.0.0.1:1/${round}`;
    const enabled = round % 2 === 1;
    const rotation = { secret: "another", overlapSeconds: 60 * (round + 1) };
    await Promise.all([
      sandbox.call("POST", `${path}/secret`, rotation),
      sandbox.call("PATCH", path, { url }),
      sandbox.call("PATCH", path, { enabled }),
    ]);
    expect(await sandbox.endpoint(endpointId)).toMatchObject({
      url,
      enabled,
      signsWithNewSecretFrom: `2026-06-23T10:${31 + round}:00.000Z`,
    });
  }
});

test("a forbidden target is refused wherever it is given", async () => {
  const sandbox = await startWebhookSandbox();
  const { endpointId } = await sandbox.addEndpoint("http://127.0.0.1:1/");
  const { controlUrl } = sandbox;
  const post = (path: string, body: object) =>
    fetch(`${controlUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  for (const url of [
    "http://10.0.0.1/",
    "http://0xa9fea9fe/",
    "http://user:pass@127.0.0.1/",
    "ftp://127.0.0.1/",
  ]) {
    const answers = [
      await sandbox.call("POST", "/endpoints", { url }),
      await sandbox.call("PATCH", `/endpoints/${endpointId}`, { url }),
      await post("/webhooks", { event: "sms.delivered", url, secret: "secret" }),
      await post("/seed", { accounts: [{ accountId: "other", endpoints: [{ url }] }] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const accounts = [{ accountId: "demo", endpoints: [{ url }] }];
    await expect(startWebhookSandbox({ config: { accounts } })).rejects.toThrow(
      "the URL of its endpoint",
    );
  }
  expect(await sandbox.endpoint(endpointId)).toMatchObject({ url: "http://127.0.0.1:1/" });
});

test("a private address is a target only while the sandbox allows it", async () => {
  const data = await newDataFile();
  // It leads to this machine, and is none of the addresses of loopback.
  const url = "http://0.0.0.0:1/";
  const allowing = await startWebhookSandbox({
    data,
    config: { webhooks: { allowPrivate: true } },
  });
  await allowing.addEndpoint(url);
  await allowing.send("910000000007");
  await allowing.advance({ seconds: 1 });
  await allowing.close();
  const strict = await startWebhookSandbox({ data });
  await strict.advance({ seconds: 10 });
  const [delivery] = await strict.deliveries();
  const errors = delivery?.attempts.map(({ error }) => error?.includes("private or special"));
  expect(errors).toEqual([false, true]);
});

test("the example of an event is delivered on demand, signed, and kept nowhere", async () => {
  const receiver = await startReceiver(withStatus(503));
  const sandbox = await startWebhookSandbox();
  const order = (body: object) =>
    fetch(`${sandbox.controlUrl}/webhooks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const body = { event: "sms.failed", url: receiver.url, secret: "secret" };
  expect(await (await order(body)).json()).toEqual({ status: 503 });
  expect(receiver.received).toMatchObject([{ event: "sms.failed" }]);
  expect(await sandbox.deliveries()).toEqual([]);
  expect((await order({ ...body, event: "sms.lost" })).status).toBe(400);
  const answer = await order({ ...body, url: "http://127.0.0.1:1/" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("did not answer. connect ECONNREFUSED");
});

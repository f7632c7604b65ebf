import { readDocument } from "@getclickmedia/sms-document";
import { parse, signatureHeader } from "@getclickmedia/sms-sdk/webhooks";
import { strictSchema } from "@getclickmedia/sms-strict-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { magicRecipients } from "../../src/index.ts";
import { type Received, startReceiver } from "./receiver.ts";
import { mobile, startWebhookSandbox } from "./sandbox.ts";

const { webhooks } = await readDocument();
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const schemas = Object.entries(webhooks).map(([event, { post }]) => {
  const [content] = Object.values(post.requestBody.content);
  return [event, ajv.compile(strictSchema(content?.schema ?? {}))] as const;
});

/** Verifies a webhook as a user of the SDK does, and checks it by the document, which allows no other field. */
async function checked({ body, headers }: Received, secret: string) {
  expect(headers["content-type"]).toBe("application/json");
  const event = await parse(Buffer.from(body), headers[signatureHeader], secret);
  const validate = schemas.find(([name]) => name === event.event)?.[1];
  expect(validate?.(event), JSON.stringify(validate?.errors)).toBe(true);
  return event;
}

function numberThat(effect: RegExp): string {
  return magicRecipients.find((each) => effect.test(each.effect))?.to ?? "";
}
const failing = numberThat(/^Failed: the handset is switched off/);
const rejected = numberThat(/^Rejected by the operator for its template/);

test("an endpoint hears of the steps that come after it, and of none before", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  await sandbox.send(mobile);
  await sandbox.advance({ seconds: 1 });
  await sandbox.send(mobile);
  await sandbox.addEndpoint(receiver.url);
  await sandbox.advance({ seconds: 5 });
  const events = receiver.received.map(({ body }) => JSON.parse(body).event);
  expect(events.toSorted()).toEqual(["sms.delivered", "sms.delivered", "sms.dispatched"]);
});

test("the receipts of every ending are signed and as the document has them", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { secret } = await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send(mobile);
  await sandbox.send(failing);
  await sandbox.send(rejected);
  await sandbox.advance({ seconds: 2 });
  const events = [];
  for (const each of receiver.received) events.push(await checked(each, secret));
  expect(new Set(events.map(({ event }) => event))).toEqual(new Set(Object.keys(webhooks)));
  const common = { messageId, batchId: null, to: mobile, queuedAt: "2026-06-23T10:30:00Z" };
  const operator = expect.any(String);
  expect(events.filter((each) => each.messageId === messageId)).toEqual([
    { ...common, event: "sms.queued", status: "queued" },
    {
      ...common,
      event: "sms.dispatched",
      status: "dispatched",
      operator,
      sentAt: "2026-06-23T10:30:01Z",
    },
    {
      ...common,
      event: "sms.delivered",
      status: "delivered",
      operator,
      deliveredAt: "2026-06-23T10:30:02Z",
    },
  ]);
  expect(events.filter(({ to }) => to === failing).at(-1)).toMatchObject({
    event: "sms.failed",
    failReason: "Handset switched off",
  });
  expect(events.filter(({ to }) => to === rejected).at(-1)).toMatchObject({
    event: "sms.rejected",
    failReason: "Template not approved for this header",
  });
});

test("a changed body or another secret does not verify", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url, "right");
  await sandbox.send();
  await receiver.arrived(1);
  const body = receiver.received[0]?.body ?? "";
  const signature = receiver.received[0]?.headers[signatureHeader];
  await parse(body, signature, "right");
  await expect(parse(body, signature, "wrong")).rejects.toThrow("signature");
  await expect(parse(`${body} `, signature, "right")).rejects.toThrow("signature");
});

test("each receipt comes at its time: queued when it is accepted, the others as the clock goes on", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  const at = "2026-06-23T11:30:00Z";
  const [now, later] = [await sandbox.send(), await sandbox.send(mobile, { scheduleAt: at })];
  await receiver.arrived(2);
  const seen = () => [receiver.eventsOf(now).at(-1), receiver.eventsOf(later).at(-1)];
  expect(seen()).toEqual(["sms.queued", "sms.queued"]);
  await sandbox.advance({ seconds: 0.999 });
  expect(seen()).toEqual(["sms.queued", "sms.queued"]);
  await sandbox.advance({ seconds: 0.001 });
  expect(seen()).toEqual(["sms.dispatched", "sms.queued"]);
  await sandbox.advance({ to: at });
  expect(seen()).toEqual(["sms.delivered", "sms.queued"]);
  await sandbox.advance({ seconds: 2 });
  expect(seen()).toEqual(["sms.delivered", "sms.delivered"]);
  expect(receiver.received).toHaveLength(6);
});

test("the messages of a batch are queued when it is accepted, and go on from its start", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { secret } = await sandbox.addEndpoint(receiver.url);
  const recipients = Array.from({ length: 250 }, (_, index) => `91${9_000_000_000 + index}`);
  const batchId = await sandbox.sendBulk([...recipients, failing, rejected], {
    scheduleAt: "2026-06-23T10:40:00Z",
  });
  await receiver.arrived(252);
  await sandbox.advance({ seconds: 600 });
  const events = () => receiver.received.map(({ event }) => event);
  expect(events()).toEqual(Array(252).fill("sms.queued"));
  await sandbox.advance({ seconds: 10 });
  const count = (name: string) => events().filter((each) => each === name).length;
  expect(Object.keys(webhooks).map(count)).toEqual([252, 252, 250, 1, 1]);
  for (const each of receiver.received) {
    expect(await checked(each, secret)).toMatchObject({
      batchId,
      queuedAt: "2026-06-23T10:30:00Z",
    });
  }
  const ids = new Set(receiver.received.map(({ messageId }) => messageId));
  expect(ids.size).toBe(252);
  for (const id of ids) expect(receiver.eventsOf(id)).toHaveLength(3);
});

test("a batch that starts at once is queued at once, though the clock stands still", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  await sandbox.addEndpoint(receiver.url);
  await sandbox.sendBulk([mobile, failing]);
  await receiver.arrived(2);
  expect(receiver.received.map(({ event }) => event)).toEqual(["sms.queued", "sms.queued"]);
});

test("a cancelled batch fails message by message, and takes nothing from what was sent beside it", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { secret } = await sandbox.addEndpoint(receiver.url);
  const scheduleAt = "2026-06-23T10:40:00Z";
  const [, batchId] = await Promise.all([
    sandbox.sendBulk(["919000000000"], { scheduleAt }),
    sandbox.sendBulk([mobile, failing, rejected], { scheduleAt }),
    sandbox.sendBulk(["919000000001"], { scheduleAt }),
  ]);
  await sandbox.advance({ seconds: 60 });
  await sandbox.cancel(batchId);
  // The clock stands still, and they arrive all the same.
  await receiver.arrived(8);
  await sandbox.advance({ seconds: 3_600 });
  const eventsTo = (number: string) =>
    receiver.received.filter(({ to }) => to === number).map(({ event }) => event);
  for (const number of [mobile, failing, rejected])
    expect(eventsTo(number)).toEqual(["sms.queued", "sms.failed"]);
  for (const number of ["919000000000", "919000000001"])
    expect(eventsTo(number)).toEqual(["sms.queued", "sms.dispatched", "sms.delivered"]);
  for (const each of receiver.received.filter(({ event }) => event === "sms.failed"))
    expect(await checked(each, secret)).toMatchObject({
      batchId,
      queuedAt: "2026-06-23T10:30:00Z",
      failReason: "The batch was cancelled before its time",
    });
});

test("a message that is ended by hand reports what it passes over, once", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const { secret } = await sandbox.addEndpoint(receiver.url);
  const [queued, sent] = [await sandbox.send(), await sandbox.send()];
  const end = (id: string, body: object) => sandbox.call("POST", `/messages/${id}/ending`, body);
  await end(queued, { status: "rejected", failReason: "Blocked" });
  await sandbox.advance({ seconds: 1 });
  await end(sent, { status: "delivered" });
  await sandbox.advance({ seconds: 3_600 });
  expect(receiver.eventsOf(queued)).toEqual(["sms.queued", "sms.dispatched", "sms.rejected"]);
  expect(receiver.eventsOf(sent)).toEqual(["sms.queued", "sms.dispatched", "sms.delivered"]);
  for (const each of receiver.received) await checked(each, secret);
  expect(
    JSON.parse(receiver.received.find(({ event }) => event === "sms.rejected")?.body ?? ""),
  ).toMatchObject({
    failReason: "Blocked",
    queuedAt: "2026-06-23T10:30:00Z",
  });
});

test("without delays the receipts come in their order all the same", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  await fetch(`${sandbox.controlUrl}/settings`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ delays: { queueMs: 0, carrierMs: 0 } }),
  });
  const { secret } = await sandbox.addEndpoint(receiver.url);
  const messageId = await sandbox.send();
  await sandbox.sendBulk([failing]);
  await sandbox.advance({ seconds: 0 });
  expect(receiver.eventsOf(messageId)).toEqual(["sms.queued", "sms.dispatched", "sms.delivered"]);
  expect(receiver.received.filter(({ to }) => to === failing).map(({ event }) => event)).toEqual([
    "sms.queued",
    "sms.dispatched",
    "sms.failed",
  ]);
  for (const each of receiver.received) await checked(each, secret);
});

test("an account hears of its own messages only", async () => {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const account = { accountId: "other", endpoints: [{ url: receiver.url }] };
  const seeded = await fetch(`${sandbox.controlUrl}/seed`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ accounts: [account] }),
  });
  expect(seeded.status).toBe(200);
  await sandbox.send();
  await sandbox.advance({ seconds: 5 });
  expect(receiver.received).toEqual([]);
});

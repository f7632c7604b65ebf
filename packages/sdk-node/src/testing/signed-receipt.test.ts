import { examplesOf, readDocument } from "@getclickmedia/sms-document";
import { webhookEvents } from "@getclickmedia/sms-types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchWebhook, parse, type WebhookEvent } from "../webhooks/index.ts";
import { signedReceipt } from "./index.ts";

const secret = "a secret of the tests";
const moment = "2027-01-02T03:04:05Z";
const { webhooks } = await readDocument();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-01-02T03:04:05.678Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(Object.values(webhookEvents))(
  "$name is the documented one, of this moment, and its signature holds",
  async ({ name }) => {
    const { method, headers, body } = await signedReceipt(name, secret);
    expect(method).toBe("POST");
    expect(headers["content-type"]).toBe("application/json");
    const event = await parse(body, headers["x-gcm-signature"], secret);
    const [example] = examplesOf(webhooks[name]?.post.requestBody);
    const documented = example?.[1].value as object;
    const times = ["queuedAt", "sentAt", "deliveredAt"].filter((field) => field in documented);
    expect(event).toEqual({
      ...documented,
      ...Object.fromEntries(times.map((field) => [field, moment])),
    });
    expect(times).toContain("queuedAt");
  },
);

test("fields of the test come in place of those of the documentation", async () => {
  const fields = { messageId: "gcm_msg_7", to: "918765432109", queuedAt: "2026-01-01T00:00:00Z" };
  const { body } = await signedReceipt("sms.failed", secret, { ...fields, failReason: "Off" });
  expect(JSON.parse(body)).toMatchObject({ event: "sms.failed", failReason: "Off", ...fields });
});

test("a receiver takes it as a request", async () => {
  const events: WebhookEvent[] = [];
  const handler = fetchWebhook({ secret, onEvent: (event) => void events.push(event), maxAge: 60 });
  const receipt = await signedReceipt("sms.delivered", secret, { messageId: "gcm_msg_7" });
  const response = await handler(new Request("https://example.com/webhooks/sms", receipt));
  expect(response.status).toBe(204);
  expect(events).toMatchObject([{ event: "sms.delivered", messageId: "gcm_msg_7" }]);
});

test("an unknown event and an empty secret are refused", async () => {
  await expect(signedReceipt("sms.read" as "sms.failed", secret)).rejects.toEqual(
    new TypeError(
      "There is no event sms.read. There are sms.queued, sms.dispatched, sms.delivered, sms.failed, sms.rejected.",
    ),
  );
  await expect(signedReceipt("sms.failed", "")).rejects.toMatchObject({ reason: "configuration" });
});

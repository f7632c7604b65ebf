import { createServer } from "node:http";
import { examplesOf, readDocument, signatureHeader } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { vectors } from "@getclickmedia/sms-vectors";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorClasses } from "../src/errors.ts";
import { SmsClient } from "../src/index.ts";
import { nodeWebhook, type WebhookEvent } from "../src/webhooks/index.ts";
import { call } from "./call.ts";

const document = await readDocument();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test.each(vectors.examples)("the mock answers $name", async (vector) => {
  const { operation, status, example, value, error } = vector;
  const client = new SmsClient({
    apiKey: "gcm_test_of0examples",
    baseUrl: mock.url,
    maxRetries: 0,
    headers: { prefer: `code=${status}, example=${example}` },
  });

  const outcome = await call(client, operation, vector.arguments).catch((error) => error);

  if (!error) return expect(outcome).toEqual(value);
  expect(Object.getPrototypeOf(outcome)).toBe(errorClasses[error.code]?.prototype);
  expect(outcome).toMatchObject({
    name: error.type,
    code: error.code,
    status,
    deliveryUnknown: false,
  });
});

test.each(Object.keys(document.webhooks))("the mock's %s is received", async (name) => {
  const { post } = document.webhooks[name] ?? {};
  if (!post) throw new Error(`The document has no ${name}.`);
  const secret = signatureHeader(post)?.["x-gcm-example-secret"] ?? "";
  const events: WebhookEvent[] = [];
  const receive = nodeWebhook({ secret, onEvent: (event) => events.push(event) });
  const receiver = await listen(createServer(receive), 0, "127.0.0.1");

  const control = new URL("/_control/webhooks", mock.url);
  const answer = await fetch(control, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ event: name, url: receiver.origin, secret }),
  });
  await receiver.close();

  await expect(answer.json()).resolves.toEqual({ status: 204 });
  expect(events).toEqual([examplesOf(post.requestBody)[0]?.[1].value]);
});

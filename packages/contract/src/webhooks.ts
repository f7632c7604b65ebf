import { createHmac, randomUUID } from "node:crypto";
import {
  type Example,
  examplesOf,
  signatureHeader,
  type WebhookOperation,
} from "@getclickmedia/sms-document";
import type { Run } from "./run.ts";
import { type Delivery, startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

/** Has the server deliver every event to a receiver here, and checks what arrives. */
export async function replayWebhooks(run: Run): Promise<void> {
  const receiver = await startWebhookReceiver();
  try {
    for (const [event, { post }] of Object.entries(run.document.webhooks)) {
      for (const [name, example] of examplesOf(post.requestBody)) {
        const problems = await replayWebhook(run, receiver, event, post, example);
        run.record(`${event} ${name}`, problems, {
          events: [event],
          examples: [`${event} ${name}`],
        });
      }
    }
  } finally {
    await receiver.close();
  }
}

async function replayWebhook(
  run: Run,
  receiver: WebhookReceiver,
  event: string,
  webhook: WebhookOperation,
  example: Example,
): Promise<string[]> {
  const secret = randomUUID();
  const order = await run.client.order(`${run.controlUrl}/webhooks`, {
    event,
    url: receiver.url,
    secret,
  });
  if (order.status >= 300) {
    return [`the server does not deliver it: ${run.controlUrl}/webhooks answers ${order.status}`];
  }
  const delivery = await receiver.next(10_000);
  if (!delivery) return ["no delivery arrived within 10 s"];
  const { value } = example;
  return [
    ...(delivery.method === "POST" ? [] : [`the method is ${delivery.method}, not POST`]),
    ...signatureProblems(webhook, delivery, secret),
    ...run.checker.body(webhook.requestBody, delivery, { value, exact: run.exact }),
  ];
}

function signatureProblems(
  webhook: WebhookOperation,
  delivery: Delivery,
  secret: string,
): string[] {
  const name = signatureHeader(webhook)?.name ?? "";
  const signature = delivery.headers.get(name);
  if (signature === null) return [`the header ${name} is missing`];
  const expected = createHmac("sha256", secret).update(delivery.body).digest("hex");
  return signature === expected ? [] : [`the header ${name} is not the signature of the body`];
}

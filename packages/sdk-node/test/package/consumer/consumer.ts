import {
  type BulkOutcome,
  type BulkResult,
  RateLimitExceededError,
  type SendRequest,
  SmsClient,
  SmsError,
} from "@getclickmedia/sms-sdk";
import { createFakeApi, signedReceipt } from "@getclickmedia/sms-sdk/testing";
import { parse, signatureHeader, WebhookError } from "@getclickmedia/sms-sdk/webhooks";

/** What a program does with the SDK. It is compiled under every setting, and run. */
export async function main(apiKey: string, baseUrl: string, message: SendRequest) {
  const client = new SmsClient({ apiKey, baseUrl, maxRetries: 0 });
  const sent = await client.send(message);
  const { to: recipient, ...text } = message;
  const bulk = await client.sendBulk({ ...text, recipients: [recipient] });
  const error: unknown = await client
    .send(message, { headers: { prefer: "code=429" } })
    .catch((reason: unknown) => reason);
  return {
    sent,
    bulk: outcomesOf(bulk),
    refused: error instanceof RateLimitExceededError && error instanceof SmsError && error.code,
    faked: await sendToFake(message),
    received: await receive("whsec_consumer", sent.messageId),
  };
}

function outcomesOf(result: BulkResult): Record<string, BulkOutcome["status"]> {
  return Object.fromEntries([...result].map(([recipient, { status }]) => [recipient, status]));
}

async function sendToFake(message: SendRequest): Promise<string[]> {
  const api = createFakeApi();
  await new SmsClient(api.options).send(message);
  return api.sent.map(({ to }) => to);
}

async function receive(secret: string, messageId: string): Promise<unknown[]> {
  const { body, headers } = await signedReceipt("sms.delivered", secret, { messageId });
  const event = await parse(body, headers[signatureHeader], secret);
  const error: unknown = await parse(body, headers[signatureHeader], "another").catch(
    (reason: unknown) => reason,
  );
  return [event.messageId, error instanceof WebhookError && error.reason];
}

import { eventExamples } from "../generated/examples.ts";
import { type KnownWebhookEvent, signatureHeader, timestampFields } from "../generated/webhooks.ts";
import { sign } from "../webhooks/sign.ts";
import { now } from "./sent-message.ts";

/** The name of an event, as `sms.delivered`. */
export type ReceiptName = KnownWebhookEvent["event"];

/** Fields of an event that a test wants to be others than those of the documentation. */
export type ReceiptFields<Name extends ReceiptName> = Partial<
  Omit<Extract<KnownWebhookEvent, { event: Name }>, "event" | "status">
>;

/** A delivery receipt as the API posts it: the second argument of `fetch` and of `new Request`. */
export interface SignedReceipt {
  /** The method with which the API calls a webhook. */
  method: "POST";
  /** The content type, and the signature of the body. */
  headers: Record<string, string>;
  /** The event as JSON. */
  body: string;
}

/**
 * Makes a signed delivery receipt for tests of your webhook. It is that of the documentation, of this moment,
 * and with your fields.
 *
 * @example
 * ```ts
 * const receipt = await signedReceipt("sms.delivered", secret, { messageId });
 * const response = await handler(new Request("https://example.com/webhooks/sms", receipt));
 * ```
 * @param secret The webhook secret of your receiver.
 * @throws TypeError There is no such event.
 * @throws WebhookError The secret is empty.
 */
export async function signedReceipt<Name extends ReceiptName>(
  event: Name,
  secret: string,
  fields: ReceiptFields<Name> = {},
): Promise<SignedReceipt> {
  const example: KnownWebhookEvent | undefined = eventExamples[event];
  if (!example) throw new TypeError(`There is no event ${event}. There are ${names.join(", ")}.`);
  const times = timestampFields.filter((field) => field in example);
  const moment = Object.fromEntries(times.map((field) => [field, now()]));
  const body = JSON.stringify({ ...example, ...moment, ...fields });
  const headers = {
    "content-type": "application/json",
    [signatureHeader]: await sign(body, secret),
  };
  return { method: "POST", headers, body };
}

const names = Object.keys(eventExamples);

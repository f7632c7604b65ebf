import { createHmac } from "node:crypto";
import { examplesOf, readDocument, signatureHeader } from "@getclickmedia/sms-document";

/** A webhook of the document, ready to be posted. */
export interface WebhookExample {
  body: string;
  headers: Record<string, string>;
  /** The secret that it is signed with. */
  secret: string;
}

/** The first example of a webhook with a right signature. */
export async function webhookExample(event: string): Promise<WebhookExample> {
  const webhook = (await readDocument()).webhooks[event]?.post;
  const header = webhook && signatureHeader(webhook);
  const secret = header?.["x-gcm-example-secret"];
  const [mediaType] = Object.keys(webhook?.requestBody.content ?? {});
  if (!header || !secret || !mediaType)
    throw new Error(`The document does not say how ${event} is signed.`);
  // With spaces, so that a receiver is found out that verifies what it has parsed and written again.
  const body = JSON.stringify(examplesOf(webhook.requestBody)[0]?.[1].value, null, 1);
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return { body, secret, headers: { "content-type": mediaType, [header.name]: signature } };
}

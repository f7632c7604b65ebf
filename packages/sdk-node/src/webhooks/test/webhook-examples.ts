import { createHmac } from "node:crypto";
import { examplesOf, readDocument, signatureHeader } from "@getclickmedia/sms-document";
import type { KnownWebhookEvent } from "../index.ts";

const { webhooks } = await readDocument();

/** The example of every event, by its name. */
export const events = Object.fromEntries(
  Object.entries(webhooks).map(([name, { post }]) => [
    name,
    examplesOf(post.requestBody)[0]?.[1].value,
  ]),
) as { [Event in KnownWebhookEvent as Event["event"]]: Event };

const parameter = Object.values(webhooks).map(({ post }) => signatureHeader(post))[0];

/** The header that carries the signature. */
export const header = parameter?.name;

/** The signed example of the document: what it signs is the delivered event. */
export const signed = {
  body: JSON.stringify(events["sms.delivered"]),
  secret: parameter?.["x-gcm-example-secret"] ?? "",
  signature: String(Object.values(parameter?.examples ?? {})[0]?.value),
};

/** Signs with another implementation than the one under test. */
export function hmac(body: string | Uint8Array, secret = signed.secret): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

import { createHmac } from "node:crypto";
import { type ApiDocument, signatureHeader } from "@getclickmedia/sms-document";
import type { Endpoint } from "../registry.ts";

/** The headers of a webhook: its content type and the signature of its body. */
export type Sign = (event: string, body: string, secret: string) => Record<string, string>;

export function createSign({ webhooks }: ApiDocument): Sign {
  return (event, body, secret) => {
    const webhook = webhooks[event]?.post;
    const header = webhook && signatureHeader(webhook);
    if (!header) throw new Error(`The document does not sign the event ${event}.`);
    const [mediaType = ""] = Object.keys(webhook.requestBody.content);
    return {
      "content-type": mediaType,
      [header.name]: createHmac("sha256", secret).update(body).digest("hex"),
    };
  };
}

/** The secret that signs at a time: the old one until the overlap of a rotation has passed. */
export function secretAt({ secret, nextSecret }: Endpoint, now: number): string {
  return nextSecret && nextSecret.from <= now ? nextSecret.secret : secret;
}

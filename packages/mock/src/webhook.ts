import { createHmac } from "node:crypto";
import {
  type ApiDocument,
  examplesOf,
  signatureHeader,
  type WebhookOperation,
} from "@getclickmedia/sms-document";
import type { Fault, MakeFault } from "@getclickmedia/sms-request-validation";
import { isLoopback } from "./addresses.ts";

/** What `POST /_control/webhooks` is asked to do. */
interface WebhookOrder {
  webhook: WebhookOperation;
  url: string;
  secret: string;
}

/**
 * Posts the example of an event, signed as the API signs it, to a receiver on this machine.
 * @returns the status that the receiver answered, or a fault when the order or the receiver is bad.
 */
export async function deliverWebhook(
  document: ApiDocument,
  order: unknown,
  fault: MakeFault,
): Promise<{ status: number } | Fault> {
  const checked = checkOrder(document, order, fault);
  if ("code" in checked) return checked;
  const { requestBody } = checked.webhook;
  const [mediaType = ""] = Object.keys(requestBody?.content ?? {});
  const body = JSON.stringify(examplesOf(requestBody)[0]?.[1].value);
  try {
    const response = await fetch(checked.url, {
      method: "POST",
      headers: {
        "content-type": mediaType,
        ...signature(checked, body),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch {
    return fault(
      "INVALID_REQUEST",
      "The webhook receiver at url did not answer. Start it, then repeat the call.",
    );
  }
}

function signature({ webhook, secret }: WebhookOrder, body: string): Record<string, string> {
  const header = signatureHeader(webhook);
  if (!header) return {};
  return { [header.name]: createHmac("sha256", secret).update(body).digest("hex") };
}

function checkOrder(
  { webhooks }: ApiDocument,
  order: unknown,
  fault: MakeFault,
): WebhookOrder | Fault {
  const { event, url, secret } = (order ?? {}) as Record<string, unknown>;
  const webhook = typeof event === "string" && Object.hasOwn(webhooks, event) && webhooks[event];
  if (!webhook) {
    const events = Object.keys(webhooks).join(", ");
    return fault("INVALID_REQUEST", `The field event must be one of ${events}.`);
  }
  if (typeof secret !== "string" || secret === "") {
    return fault("INVALID_REQUEST", "The field secret must be the text that signs the webhook.");
  }
  const target = typeof url === "string" ? URL.parse(url) : null;
  if (target?.protocol !== "http:" || !isLoopback(target)) {
    return fault(
      "INVALID_REQUEST",
      "The field url must be an http address on this machine, such as http://127.0.0.1:3000/webhook.",
    );
  }
  return { webhook: webhook.post, url: target.href, secret };
}

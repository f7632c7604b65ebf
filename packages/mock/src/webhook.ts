import { createHmac } from "node:crypto";
import { type ApiDocument, examplesOf } from "@getclickmedia/sms-document";
import { type Fault, fault } from "@getclickmedia/sms-request-validation";

const loopbackHosts = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** What `POST /_control/webhooks` is asked to do. */
interface WebhookOrder {
  event: string;
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
): Promise<{ status: number } | Fault> {
  const checked = checkOrder(document, order);
  if ("code" in checked) return checked;
  const requestBody = document.webhooks[checked.event]?.post.requestBody;
  const [mediaType = ""] = Object.keys(requestBody?.content ?? {});
  const body = JSON.stringify(examplesOf(requestBody)[0]?.[1].value);
  try {
    const response = await fetch(checked.url, {
      method: "POST",
      headers: {
        "content-type": mediaType,
        "x-gcm-signature": createHmac("sha256", checked.secret).update(body).digest("hex"),
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

function checkOrder(document: ApiDocument, order: unknown): WebhookOrder | Fault {
  const { event, url, secret } = (order ?? {}) as Partial<Record<keyof WebhookOrder, unknown>>;
  const events = Object.keys(document.webhooks);
  if (typeof event !== "string" || !events.includes(event)) {
    return fault("INVALID_REQUEST", `The field event must be one of ${events.join(", ")}.`);
  }
  if (typeof secret !== "string" || secret === "") {
    return fault("INVALID_REQUEST", "The field secret must be the text that signs the webhook.");
  }
  const target = typeof url === "string" ? URL.parse(url) : null;
  if (target?.protocol !== "http:" || !loopbackHosts.has(target.hostname)) {
    return fault(
      "INVALID_REQUEST",
      "The field url must be an http address on this machine, such as http://127.0.0.1:3000/webhook.",
    );
  }
  return { event, url: target.href, secret };
}

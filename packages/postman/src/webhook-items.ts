import {
  type ApiDocument,
  examplesOf,
  signatureHeader,
  type WebhookOperation,
} from "@getclickmedia/sms-document";
import { type Event, type Item, type Request, scriptEvent } from "./collection.ts";
import { describedOf } from "./described.ts";
import { answerList, withoutAnchors } from "./descriptions.ts";
import { jsonBody } from "./example-request.ts";
import { protocolProfileBehavior, successes } from "./operation-item.ts";
import { savedResponse } from "./saved-responses.ts";
import { stableId } from "./stable-id.ts";
import { testScript } from "./test-script.ts";

export const webhookUrlVariable = "webhookUrl";
export const webhookSecretVariable = "webhookSecret";

/** Each event of a tag as a request to the receiver that a developer is writing. */
export function webhookItems(document: ApiDocument, tag: string): Item[] {
  return Object.entries(document.webhooks)
    .filter(([, { post }]) => describedOf(post).tags?.includes(tag))
    .flatMap(([event, { post }]) =>
      examplesOf(post.requestBody).map(([name, { value }]) =>
        webhookItem(document, event, post, name, value),
      ),
    );
}

/** Without a receiver there is nobody to send to, and a run of the whole collection goes on. */
export const skipWithoutReceiver: Event = scriptEvent(
  "prerequest",
  `if (!pm.variables.get("${webhookUrlVariable}")) {
  console.info("Skipped: set ${webhookUrlVariable} to the address of your receiver.");
  pm.execution.skipRequest();
}`,
);

/** How the folder says what to do, after the words of its tag. */
export const webhookFolderNote = `Set \`${webhookUrlVariable}\` to the address of your receiver and \`${webhookSecretVariable}\` to its secret, then send: each request is signed as the API signs it. Without a \`${webhookUrlVariable}\` they are skipped.`;

function webhookItem(
  document: ApiDocument,
  event: string,
  webhook: WebhookOperation,
  name: string,
  value: unknown,
): Item {
  const { summary = event, description = "" } = describedOf(webhook);
  const request = webhookRequest(webhook, value);
  const words = `${description.trim()}\n\n${answerList(webhook.responses)}`;
  return {
    id: stableId("webhook", event, name),
    name: `${event}: ${summary}`,
    request: { ...request, description: withoutAnchors(document, words) },
    response: Object.entries(webhook.responses).map(([status, response]) =>
      savedResponse({
        id: stableId("webhook", event, name, status),
        status,
        response,
        originalRequest: request,
      }),
    ),
    event: [
      ...signing(webhook),
      scriptEvent("test", testScript({ responses: successes(webhook) })),
    ],
    protocolProfileBehavior,
  };
}

function webhookRequest({ requestBody }: WebhookOperation, value: unknown): Request {
  const [type = ""] = Object.keys(requestBody.content);
  const url = `{{${webhookUrlVariable}}}`;
  return {
    method: "POST",
    header: [{ key: "Content-Type", value: type }],
    url: { raw: url, host: [url] },
    // Without spaces, as the API writes what it signs.
    body: jsonBody(JSON.stringify(value)),
    auth: { type: "noauth" },
  };
}

function signing(webhook: WebhookOperation): Event[] {
  const header = signatureHeader(webhook);
  if (!header) return [];
  const script = `// HMAC-SHA256 of the body as it is sent, in lower-case hexadecimal.
const cryptoJs = require("crypto-js");
const body = pm.variables.replaceIn(pm.request.body.raw);
const secret = pm.variables.get("${webhookSecretVariable}");
pm.request.headers.upsert({
  key: ${JSON.stringify(header.name)},
  value: cryptoJs.HmacSHA256(body, secret).toString(cryptoJs.enc.Hex),
});`;
  return [scriptEvent("prerequest", script)];
}

/** The secret that the document signs its examples with. */
export function exampleSecret({ webhooks }: ApiDocument): string {
  const headers = Object.values(webhooks).map(({ post }) => signatureHeader(post));
  return headers.find((header) => header)?.["x-gcm-example-secret"] ?? "";
}

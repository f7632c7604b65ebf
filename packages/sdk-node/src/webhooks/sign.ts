import { hmacKey } from "./hmac.ts";
import { bytesOf, type RawBody } from "./raw-body.ts";
import { secretsOf } from "./secrets.ts";

/**
 * Signs a body as the API signs its webhooks, for tests of your receiver.
 *
 * ```ts
 * const body = JSON.stringify({ event: "sms.delivered", messageId: "gcm_msg_1a2b3c4d5e" });
 * const headers = { [signatureHeader]: await sign(body, secret) };
 * await fetch(receiverUrl, { method: "POST", headers, body });
 * ```
 * @returns the HMAC-SHA256 of the body under the secret, in lower-case hexadecimal.
 * @throws {@link WebhookError} `configuration` when the secret is empty or the body is not raw.
 */
export async function sign(rawBody: RawBody, secret: string): Promise<string> {
  const bytes = bytesOf(rawBody);
  secretsOf(secret);
  const signature = await crypto.subtle.sign("HMAC", await hmacKey(secret), bytes);
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

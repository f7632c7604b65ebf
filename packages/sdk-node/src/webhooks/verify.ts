import { signatureForm } from "../generated/webhooks.ts";
import { hmacKey } from "./hmac.ts";
import { bytesOf, type RawBody } from "./raw-body.ts";
import { secretsOf, type WebhookSecret } from "./secrets.ts";

/** The value of the signature header, in any of the forms in which servers hand a header over. */
export type SignatureHeader = string | readonly string[] | null | undefined;

/**
 * Tells whether a webhook comes from the API: whether its signature was made from this very body with
 * your secret. The comparison takes the same time wherever the two differ.
 *
 * A signature that is missing, malformed, in upper case, or there twice answers `false`, like a wrong one.
 *
 * @param rawBody the body as it arrived, before any JSON parser has read it. Parsing and writing it anew
 *   changes bytes, and the signature no longer matches.
 * @param signature the value of the header {@link signatureHeader}.
 * @param secret your webhook secret, or a list of which one has to match.
 * @throws {@link WebhookError} `configuration` when there is no secret, one is empty, or the body was
 *   parsed before.
 */
export async function verify(
  rawBody: RawBody,
  signature: SignatureHeader,
  secret: WebhookSecret,
): Promise<boolean> {
  const bytes = bytesOf(rawBody);
  const secrets = secretsOf(secret);
  const claimed = decodeHex(signature);
  if (!claimed) return false;
  // All of them are tried, whichever matches, so that the time does not tell.
  const verdicts = await Promise.all(
    secrets.map(async (each) => crypto.subtle.verify("HMAC", await hmacKey(each), claimed, bytes)),
  );
  return verdicts.includes(true);
}

function decodeHex(signature: SignatureHeader): Uint8Array<ArrayBuffer> | undefined {
  const [hex, another] = [signature].flat();
  if (typeof hex !== "string" || another !== undefined || !signatureForm.test(hex))
    return undefined;
  return Uint8Array.from(hex.matchAll(/../g), ([digits]) => Number.parseInt(digits, 16));
}

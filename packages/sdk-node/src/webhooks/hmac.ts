import { bytesOf } from "./raw-body.ts";

/** The Web Crypto key of a secret. Making it costs a few microseconds, so none is kept. */
export function hmacKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", bytesOf(secret), algorithm, false, ["sign", "verify"]);
}

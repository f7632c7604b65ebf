import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { signatureVectors } from "./signatures.ts";
import type { SignatureVector } from "./vectors.ts";

const vectors = signatureVectors(await readDocument());

/** The same verdict from Web Crypto, which had no part in making the signatures. */
async function verify({ secrets, body, bodyBase64, signature }: SignatureVector): Promise<boolean> {
  if (signature === null || !/^[0-9a-f]{64}$/.test(signature)) return false;
  const bytes = body === undefined ? Buffer.from(bodyBase64 ?? "", "base64") : Buffer.from(body);
  const verdicts = secrets.map(async (secret) => {
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", Buffer.from(secret), hmac, false, ["verify"]);
    return crypto.subtle.verify("HMAC", key, Buffer.from(signature, "hex"), bytes);
  });
  return (await Promise.all(verdicts)).includes(true);
}

test.each(vectors)("$name: $valid", async (vector) => {
  expect(await verify(vector)).toBe(vector.valid);
});

test("the spec's own signature is among them", () => {
  expect(vectors).toContainEqual({
    name: "sms.delivered delivered as the spec signs it",
    secrets: ["gcm_webhook_example_secret"],
    body: '{"event":"sms.delivered","messageId":"gcm_msg_1a2b3c4d5e","batchId":null,"to":"919876543210","status":"delivered","operator":"Airtel","queuedAt":"2026-06-23T10:30:00Z","deliveredAt":"2026-06-23T10:30:02Z"}',
    signature: "28ab7e1ac539b0f39a8193acfdf51f71b451f40c26d06aba2701dbd112869891",
    valid: true,
  });
});

test("a wrong body or secret comes with a signature of the right form", () => {
  const wrong = vectors.filter(({ name, valid }) => !valid && !name.startsWith("a signature"));
  expect(wrong.length).toBeGreaterThan(15);
  for (const { signature } of wrong) expect(signature).toMatch(/^[0-9a-f]{64}$/);
});

test("bodies in base 64 are those that text cannot hold", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const inBytes = vectors.filter(({ bodyBase64 }) => bodyBase64 !== undefined);
  const isText = ({ bodyBase64 = "" }: SignatureVector) => {
    try {
      return decoder.decode(Buffer.from(bodyBase64, "base64")) !== undefined;
    } catch {
      return false;
    }
  };
  // UTF-16 of ASCII is UTF-8 with null characters.
  expect(inBytes.filter(isText).map(({ name }) => name)).toEqual(["a body of text in UTF-16"]);
  expect(inBytes).toHaveLength(7);
});

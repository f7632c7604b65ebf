import { examplesOf, readDocument, signatureHeader } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { createSign, secretAt } from "./sign.ts";

const document = await readDocument();

test("the example of the document gets the signature that the document shows", () => {
  const webhook = document.webhooks["sms.delivered"]?.post;
  const header = webhook && signatureHeader(webhook);
  const body = JSON.stringify(examplesOf(webhook?.requestBody)[0]?.[1].value);
  const secret = header?.["x-gcm-example-secret"] ?? "";
  expect(createSign(document)("sms.delivered", body, secret)).toEqual({
    "content-type": "application/json",
    "x-gcm-signature": header?.examples?.delivered?.value,
  });
});

test("the bytes are signed, not the characters", () => {
  const sign = createSign(document);
  const headers = sign("sms.failed", '{"failReason":"नमस्ते — 😀"}', "sécret");
  expect(headers["x-gcm-signature"]).toBe(
    // printf '{"failReason":"नमस्ते — 😀"}' | openssl dgst -sha256 -hmac 'sécret'
    "9b5770d221ae4059e2085949df9a2ec5aa48af177370c3f24d4b71d9767fa73b",
  );
});

test("an event that the document does not have is not signed", () => {
  expect(() => createSign(document)("sms.lost", "{}", "secret")).toThrow("sms.lost");
});

test("the new secret takes over at its time, to the millisecond", () => {
  const endpoint = {
    endpointId: "ep_1",
    url: "http://127.0.0.1/",
    enabled: true,
    disabledReason: null,
    secret: "old",
    nextSecret: { secret: "new", from: 1_000 },
    createdAt: 0,
  };
  expect(secretAt(endpoint, 999)).toBe("old");
  expect(secretAt(endpoint, 1_000)).toBe("new");
  expect(secretAt({ ...endpoint, nextSecret: null }, 5_000)).toBe("old");
});

import { expect, test } from "vitest";
import { sign, signatureHeader, verify } from "./index.ts";
import { header, hmac, signed } from "./test/webhook-examples.ts";

test("a body is signed as the document's example is", async () => {
  expect(await sign(signed.body, signed.secret)).toBe(signed.signature);
});

test("small bytes of the signature keep their leading zero", async () => {
  const bodies = Array.from({ length: 50 }, (_, index) => `body ${index}`);
  expect(await Promise.all(bodies.map((body) => sign(body, "secret")))).toEqual(
    bodies.map((body) => hmac(body, "secret")),
  );
});

test("what is signed verifies, and with no other secret", async () => {
  const signature = await sign("—", "one");
  expect(await verify("—", signature, "one")).toBe(true);
  expect(await verify("—", signature, "two")).toBe(false);
});

test("the header is the one that the API sends", () => {
  expect(signatureHeader).toBe(header);
});

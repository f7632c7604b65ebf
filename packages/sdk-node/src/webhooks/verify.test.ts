import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { type RawBody, sign, verify, WebhookError } from "./index.ts";
import { hmac, signed } from "./test/webhook-examples.ts";

const { body, secret, signature } = signed;
const bytes = Buffer.from(body);

/** Bodies as receivers meet them: all that matters is that no byte changes. */
const bodies: Record<string, string> = {
  "an em dash": '{"event":"sms.failed","failReason":"Switched off — try later"}',
  "an emoji": '{"event":"sms.failed","failReason":"📵"}',
  "slashes and letters escaped as PHP does":
    '{"event":"a\\/b","failReason":"\\u2014\\ud83d\\udcf5"}',
  "spaces as Python writes them": '{"event": "sms.failed", "batchId": null}',
  "numbers that JavaScript writes otherwise": '{"event":"x","a":1.0,"b":9007199254740993,"c":1e2}',
  "a key twice": '{"event":"x","event":"y"}',
  "a line break at its end": '{"event":"x"}\n',
  "a byte order mark": '\ufeff{"event":"x"}',
  "nothing at all": "",
};

test("the signed example of the document is genuine", async () => {
  expect(signature).toBe(hmac(body));
  expect(await verify(body, signature, secret)).toBe(true);
});

for (const [name, text] of Object.entries(bodies)) {
  test(`a body with ${name} is verified as it is`, async () => {
    expect(await verify(text, hmac(text), secret)).toBe(true);
    expect(await verify(Buffer.from(text), hmac(text), secret)).toBe(true);
    expect(await verify(`${text} `, hmac(text), secret)).toBe(false);
  });
}

test("a body that was parsed and written anew is not the one that was signed", async () => {
  const text = bodies["spaces as Python writes them"] ?? "";
  expect(await verify(JSON.stringify(JSON.parse(text)), hmac(text), secret)).toBe(false);
});

const padded = new Uint8Array(bytes.length + 20);
padded.set(bytes, 7);
const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
shared.set(bytes);
const rawBodies: Record<string, RawBody> = {
  "a text": body,
  "a Uint8Array": new Uint8Array(bytes),
  "a Buffer": bytes,
  "a view into a larger buffer": padded.subarray(7, 7 + bytes.length),
  "an ArrayBuffer": new Uint8Array(bytes).buffer,
  "a view of shared memory": shared,
  "a Uint8Array of another realm": runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] }),
  "an ArrayBuffer of another realm": runInNewContext("Uint8Array.from(bytes).buffer", {
    bytes: [...bytes],
  }),
};

for (const [name, rawBody] of Object.entries(rawBodies)) {
  test(`${name} is a raw body`, async () => {
    expect(await verify(rawBody, signature, secret)).toBe(true);
    expect(await verify(rawBody, hmac("another"), secret)).toBe(false);
    expect(await sign(rawBody, secret)).toBe(signature);
  });
}

test("bytes that are no UTF-8 are verified too", async () => {
  const binary = Uint8Array.of(0xff, 0x00, 0xfe, 0xc3);
  expect(await verify(binary, hmac(binary), secret)).toBe(true);
});

test("what the caller does to the bytes after the call does not matter", async () => {
  const view = new Uint8Array(bytes);
  const memory = new Uint8Array(bytes);
  const verdicts = [verify(view, signature, secret), verify(memory.buffer, signature, secret)];
  view.fill(0);
  memory.fill(0);
  expect(await Promise.all(verdicts)).toEqual([true, true]);
});

test.each<[string, unknown]>([
  ["missing, as Headers say it", null],
  ["missing, as Node says it", undefined],
  ["missing from a list", []],
  ["empty", ""],
  ["wrong in its first digit", `${signature.startsWith("0") ? "1" : "0"}${signature.slice(1)}`],
  ["wrong in its last digit", `${signature.slice(0, -1)}${signature.endsWith("0") ? "1" : "0"}`],
  ["of another body", hmac("another")],
  ["in upper case", signature.toUpperCase()],
  ["a digit short", signature.slice(1)],
  ["a byte short", signature.slice(2)],
  ["a digit long", `${signature}0`],
  ["a byte long", `${signature}00`],
  ["followed by a line break", `${signature}\n`],
  ["preceded by a space", ` ${signature}`],
  ["not hexadecimal", "g".repeat(64)],
  ["of full-width digits", "０".repeat(64)],
  ["of emoji", "📵".repeat(32)],
  ["named by its algorithm", `sha256=${signature}`],
  ["in Base64", Buffer.from(signature, "hex").toString("base64")],
  ["sent twice, as Node joins it", `${signature}, ${signature}`],
  ["sent twice, as a list", [signature, signature]],
  ["nested", [[signature]]],
  ["a number", 1],
  ["an object", { toString: () => signature }],
  ["an object without a prototype", Object.create(null)],
  ["a symbol", Symbol(signature)],
])("a signature that is %s answers false", async (_, wrong) => {
  expect(await verify(body, wrong as string, secret)).toBe(false);
});

test("a list of one signature is that signature", async () => {
  expect(await verify(body, [signature], secret)).toBe(true);
});

test("while a secret is replaced, either of the two verifies", async () => {
  const old = hmac(body, "old secret");
  const secrets = ["new secret", "old secret"] as const;
  expect(await verify(body, hmac(body, "new secret"), secrets)).toBe(true);
  expect(await verify(body, old, secrets)).toBe(true);
  expect(await verify(body, old, ["old secret", "new secret"])).toBe(true);
  expect(await verify(body, old, ["new secret"])).toBe(false);
  expect(await verify(body, old, "new secret")).toBe(false);
});

test("a secret is its UTF-8 bytes, and no byte of it is dropped", async () => {
  const odd = " gehëim 🔑\n";
  expect(await verify(body, hmac(body, odd), odd)).toBe(true);
  expect(await verify(body, hmac(body, odd), odd.trim())).toBe(false);
});

const noSecret = "The secret is missing or empty. Check where it is read from.";

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["null", null],
  ["empty", ""],
  ["an empty list", []],
  ["a list with an empty one", [secret, ""]],
  ["a list with a missing one", [secret, undefined]],
  ["a number", 1],
])("a secret that is %s is a mistake, whatever the signature", async (_, wrong) => {
  const mistake = { name: "WebhookError", reason: "configuration", message: noSecret };
  await expect(verify(body, signature, wrong as string)).rejects.toMatchObject(mistake);
  await expect(verify(body, undefined, wrong as string)).rejects.toMatchObject(mistake);
  await expect(sign(body, wrong as string)).rejects.toMatchObject(mistake);
});

test.each<[string, unknown]>([
  ["object", JSON.parse(body)],
  ["object", null],
  ["object", [...bytes]],
  ["object", { byteLength: 3 }],
  ["object", { type: "Buffer", data: [...bytes] }],
  ["object", new Blob([body])],
  ["object", new Uint16Array(2)],
  ["object", new DataView(new ArrayBuffer(2))],
  ["undefined", undefined],
  ["number", 1],
  ["boolean", true],
])("a body that was parsed before is a mistake: %s %o", async (type, parsed) => {
  const error = await verify(parsed as string, signature, secret).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(WebhookError);
  expect(error.reason).toBe("configuration");
  expect(error.message).toBe(
    `The body must be raw text or bytes, not ${type}. Take it before express.json() or any other parser, or keep it as request.rawBody.`,
  );
  await expect(sign(parsed as string, secret)).rejects.toThrow(WebhookError);
});

test("many deliveries at once do not mix", async () => {
  const verdicts = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      verify(`${index}`, hmac(`${index % 2 ? index : "other"}`, `key ${index}`), `key ${index}`),
    ),
  );
  expect(verdicts).toEqual(verdicts.map((_, index) => index % 2 === 1));
});

import { inspect } from "node:util";
import { expect, test } from "vitest";
import { redact, withoutSecrets } from "./redact.ts";

const secrets = ["the-key", "a (text) with $& in it"];

test("every secret is replaced wherever it stands, and nothing else", () => {
  expect(redact("the-key: a (text) with $& in it, the-key; the key", secrets)).toBe(
    "[redacted]: [redacted], [redacted]; the key",
  );
});

test("text without a secret, and no secrets, change nothing", () => {
  expect(redact("plain", secrets)).toBe("plain");
  expect(redact("the-key", [])).toBe("the-key");
});

test("a copy of an error tells why, of its causes too, and no secret", () => {
  const cause = Object.assign(new RangeError("sent the-key"), { code: "E_KEY", syscall: "read" });
  const error = new Error("failed with the-key", { cause });
  const copy = withoutSecrets(error, secrets) as Error;
  expect(copy).toMatchObject({
    name: "Error",
    message: "failed with [redacted]",
    cause: { name: "RangeError", message: "sent [redacted]", code: "E_KEY", syscall: "read" },
  });
  expect(copy.stack).toContain("redact.test");
  expect(inspect(copy)).toContain("[RangeError]: sent [redacted]");
  expect(inspect(copy, { depth: null, showHidden: true })).not.toContain("the-key");
});

test("the error that was thrown stays as it was, frozen or not", () => {
  const error = Object.freeze(Object.assign(new Error("the-key"), { data: "the-key" }));
  expect(withoutSecrets(error, secrets)).toMatchObject({ message: "[redacted]" });
  expect(error).toMatchObject({ message: "the-key", data: "the-key" });
});

test.each([
  ["the request of axios", { config: { headers: { "x-api-key": "the-key" } } }],
  ["the half answer that Node keeps", { data: "x-api-key: the-k" }],
  ["a request of fetch", { request: new Request("https://x", { headers: { key: "the-key" } }) }],
])("%s stays behind", (_, more) => {
  const [property = ""] = Object.keys(more);
  const copy = withoutSecrets(Object.assign(new Error("failed"), more), secrets);
  expect(copy).not.toHaveProperty(property);
});

test("an error whose fields are those of its class alone can be read", () => {
  const copy = withoutSecrets(new DOMException("the-key", "AbortError"), secrets) as DOMException;
  expect([copy.name, copy.message, copy.code]).toEqual(["AbortError", "[redacted]", 20]);
});

test("what was thrown and is no error is kept as far as it is text", () => {
  expect(withoutSecrets("no the-key", secrets)).toBe("no [redacted]");
  expect(withoutSecrets({ key: "the-key" }, secrets)).toBeUndefined();
  expect(withoutSecrets(undefined, secrets)).toBeUndefined();
  expect(withoutSecrets({ message: "the-key" }, secrets)).toMatchObject({ message: "[redacted]" });
});

test("causes that go round in a circle end", () => {
  const error = new Error("round");
  error.cause = error;
  expect(inspect(withoutSecrets(error, secrets), { depth: null }).match(/round/g)).toHaveLength(10);
});

import { expect, test } from "vitest";
import { redact, redactError } from "./redact.ts";

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

test("an error and its causes lose their secrets, and stay what they are", () => {
  const cause = Object.assign(new RangeError("sent the-key"), {
    code: "E_KEY",
    header: "the-key",
    port: 80,
  });
  const error = new Error("failed with the-key", { cause });
  redactError(error, secrets);
  expect(error.message).toBe("failed with [redacted]");
  expect(error.cause).toBe(cause);
  expect(cause).toMatchObject({
    message: "sent [redacted]",
    code: "E_KEY",
    header: "[redacted]",
    port: 80,
  });
  expect(`${error.stack}${cause.stack}`).not.toContain("the-key");
  expect(error.stack).toContain("redact.test");
});

test("the bytes that Node keeps with an error are removed, since they may be half a secret", () => {
  const error = Object.assign(new Error("no HTTP"), { data: "x-api-key: the-k" });
  redactError(error, secrets);
  expect(error).not.toHaveProperty("data");
});

test("a frozen error is left as it is, and what only looks like an error is not", () => {
  const frozen = Object.freeze(Object.assign(new Error("the-key"), { data: "the-key" }));
  redactError(frozen, secrets);
  expect(frozen.message).toBe("the-key");
  const thrown = { message: "the-key" };
  redactError(thrown, secrets);
  expect(thrown).toEqual({ message: "[redacted]" });
});

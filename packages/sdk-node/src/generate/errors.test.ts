import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { errorClassName } from "../errors.ts";
import { type ErrorCodeEntry, readBundle } from "./bundle.ts";
import { errorClasses, retryableCodes } from "./errors.ts";

const bundle = readBundle(await readDocument());

const withCode = (code: string, entry: Partial<ErrorCodeEntry>) => ({
  ...bundle,
  errorCodes: {
    [code]: {
      status: 418,
      retryable: false,
      description: "It is a teapot.",
      action: "Pour.",
      ...entry,
    },
  },
});

test.each([
  ["TEAPOT", "TeapotError"],
  ["RATE_LIMIT_EXCEEDED", "RateLimitExceededError"],
  ["GATEWAY_ERROR", "GatewayError"],
  ["ERROR_OF_OURS", "ErrorOfOursError"],
  ["INVALID_API_KEY", "InvalidApiKeyError"],
])("%s is thrown as %s", (code, name) => {
  expect(errorClassName(code)).toBe(name);
});

test("a new code is a class with its meaning and what to do", () => {
  expect(
    errorClasses(withCode("TEAPOT", { transportStatuses: [419, 420] })),
  ).toMatchInlineSnapshot(`
    "// Generated from spec/ by \`pnpm generate\`. Do not edit.

    import { nameAfter, SmsError } from "../errors.ts";

    /**
     * \`TEAPOT\` (418, 419, 420): It is a teapot.
     *
     * Pour.
     */
    export class TeapotError extends SmsError {
      static {
        nameAfter("TEAPOT", TeapotError);
      }
    }
    "
  `);
});

test("a new code is not retryable unless it says so", () => {
  expect(retryableCodes(withCode("TEAPOT", {}))).not.toContain("TEAPOT");
});

test("a new code that is retryable is so with its status alone", () => {
  const table = retryableCodes(withCode("TEAPOT", { retryable: true, transportStatuses: [419] }));
  expect(table).toContain("  __proto__: null as never,\n  TEAPOT: 418,\n};");
});

test("a new description is told", () => {
  expect(
    errorClasses(withCode("TEAPOT", { description: "Ends */ here.", action: "Brew." })),
  ).toContain(" * `TEAPOT` (418): Ends *\\/ here.\n *\n * Brew.\n */");
});

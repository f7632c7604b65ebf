import { readDocument } from "@getclickmedia/sms-document";
import { errorClassName } from "@getclickmedia/sms-sdk-model";
import { errorCodes } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { errorVectors } from "./errors.ts";

const vectors = errorVectors(await readDocument());
const failed = (name: string) => vectors.find((vector) => vector.name === name);

test.each([
  ["GATEWAY_ERROR", "GatewayError"],
  ["INVALID_NUMBER", "InvalidNumberError"],
  ["RATE_LIMIT_EXCEEDED", "RateLimitExceededError"],
  ["INVALID_API_KEY", "InvalidApiKeyError"],
  ["NOT_FOUND", "NotFoundError"],
])("%s is a %s", (code, type) => {
  expect(errorClassName(code)).toBe(type);
});

test("a documented error, to the letter", () => {
  expect(failed("getBalance 429 rateLimitExceeded")).toEqual({
    name: "getBalance 429 rateLimitExceeded",
    operation: "getBalance",
    status: 429,
    headers: {
      "content-type": "application/json",
      "retry-after": "1",
      ratelimit: '"Growth";r=0;t=1',
      "ratelimit-policy": '"Growth";q=100;w=1',
    },
    body: '{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.","requestId":"req_429d04"}}',
    error: {
      type: "RateLimitExceededError",
      code: "RATE_LIMIT_EXCEEDED",
      status: 429,
      requestId: "req_429d04",
      retryable: true,
      message:
        "Too many requests for the plan of this account. Wait the seconds in Retry-After, then repeat the call.",
    },
  });
});

test("only documented codes have a class of their own", () => {
  for (const { error } of vectors) {
    const documented = error.code !== null && Object.hasOwn(errorCodes, error.code);
    expect(error.type).toBe(documented ? errorClassName(error.code ?? "") : "SmsError");
  }
});

test("an error tells what its body tells, and nothing where that is not the API's", () => {
  for (const { status, body, error } of vectors) {
    const told =
      /^\{"error":\{"code":"/.test(body) && body.endsWith("}}") ? JSON.parse(body).error : {};
    expect(error).toMatchObject({
      status,
      code: told.code ?? null,
      message: told.message ?? null,
      requestId: told.requestId ?? null,
    });
  }
});

test("a send that may have been accepted is not to be repeated, a read is", () => {
  expect(failed("send 503 MAINTENANCE")?.error.retryable).toBe(false);
  expect(failed("getStatus 503 MAINTENANCE")?.error.retryable).toBe(true);
  expect(failed("getStatus 408 INVALID_REQUEST")?.error.retryable).toBe(true);
  expect(failed("send 408 INVALID_REQUEST")?.error.retryable).toBe(false);
});

test("a redirect names the other address", () => {
  expect(failed("send 301 with another address")?.headers.location).toMatch(/^https:/);
});

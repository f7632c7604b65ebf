import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { retryVectors } from "./retries.ts";
import type { RetryVector } from "./vectors.ts";

const vectors = retryVectors(await readDocument());
const isSend = ({ operation }: RetryVector) => operation.startsWith("send");
const after = (name: string) => vectors.find((vector) => vector.name === name)?.decision;

const backoff = { min: 250, max: 500 };
const again = { retry: true, delayMs: backoff, deliveryUnknown: false };
const refused = { retry: false, delayMs: null, deliveryUnknown: false };
const unknown = { retry: false, delayMs: null, deliveryUnknown: true };

test.each([
  ["send after 429 RATE_LIMIT_EXCEEDED", again],
  ["send after 500 GATEWAY_ERROR", again],
  ["send after 429 without a code", again],
  ["send after dns", again],
  ["send after connect-timeout", again],
  ["sendBulk after refused", again],
  ["send after 500 without a code", unknown],
  ["send after 503 GATEWAY_ERROR", unknown],
  ["send after 500 INVALID_REQUEST", unknown],
  ["send after 500 with GATEWAY_ERROR as plain text", unknown],
  ["send after 200 with nothing", unknown],
  ["send after 200 without an id", unknown],
  ["sendBulk after 200 with an empty object", unknown],
  ["send after half-response", unknown],
  ["send after aborted", unknown],
  ["sendBulk after timeout-after-sent", unknown],
  ["send after 408 INVALID_REQUEST", refused],
  ["send after 408 without a code", unknown],
  ["send after 499 without a code", unknown],
  ["send after 422 TEMPLATE_MISMATCH", refused],
  ["send after 301 without a code", refused],
  ["send after 302 without a code", unknown],
  ["send after 400 GATEWAY_ERROR", refused],
  ["getStatus after 408 INVALID_REQUEST", again],
  ["getStatus after 503 without a code", again],
  ["getStatus after half-response", again],
  ["cancelScheduled after reset-after-sent", again],
  ["getStatus after aborted", refused],
  ["getStatus after 404 NOT_FOUND", refused],
  ["getStatus after 307 without a code", refused],
  ["getStatus after 200 with a page", refused],
])("%s", (name, decision) => {
  expect(after(name)).toEqual(decision);
});

test("a send is repeated only where nothing can have been accepted", () => {
  for (const vector of vectors.filter((each) => isSend(each) && each.decision.retry)) {
    const { outcome } = vector;
    if ("failure" in outcome) {
      expect(["refused", "dns", "connect-timeout"]).toContain(outcome.failure);
    } else if (outcome.status !== 429) {
      expect(outcome.status).toBe(500);
      expect(JSON.parse(outcome.body).error.code).toBe("GATEWAY_ERROR");
    }
  }
});

test("only a send may have been accepted, and what is repeated has not been", () => {
  for (const vector of vectors.filter(({ decision }) => decision.deliveryUnknown)) {
    expect(isSend(vector)).toBe(true);
    expect(vector.decision.retry).toBe(false);
  }
});

test("there is a wait exactly where there is a retry, and it is never above a minute", () => {
  for (const { decision } of vectors) {
    expect(decision.delayMs !== null).toBe(decision.retry);
    expect(decision.delayMs?.min ?? 0).toBeLessThanOrEqual(decision.delayMs?.max ?? 0);
    expect(decision.delayMs?.max ?? 0).toBeLessThanOrEqual(60_000);
  }
});

test.each([
  [1, { min: 250, max: 500 }],
  [2, { min: 500, max: 1_000 }],
  [3, { min: 1_000, max: 2_000 }],
  [5, { min: 4_000, max: 8_000 }],
  [6, { min: 4_000, max: 8_000 }],
  [10, { min: 4_000, max: 8_000 }],
])("the wait after attempt %i is %j", (attempt, delayMs) => {
  const name = `send with 10 retries after 500 on attempt ${attempt}`;
  expect(vectors.find((vector) => vector.name === name)).toMatchObject({
    attempt,
    maxRetries: 10,
    decision: { retry: true, delayMs },
  });
});

test("the attempt after the last retry is the last", () => {
  expect(after("send after refused on attempt 2 with 2 retries")).toEqual({
    ...again,
    delayMs: { min: 500, max: 1_000 },
  });
  expect(after("send after refused on attempt 3 with 2 retries")).toEqual(refused);
  expect(after("getStatus after GATEWAY_ERROR on attempt 1 with 0 retries")).toEqual(refused);
  for (const { attempt, maxRetries, decision } of vectors) {
    if (attempt > maxRetries) expect(decision.retry).toBe(false);
  }
});

test.each([
  ["the longest wait", { ...again, delayMs: { min: 60_000, max: 60_000 } }],
  ["a date at the longest wait", { ...again, delayMs: { min: 60_000, max: 60_000 } }],
  ["a date as C writes it", { ...again, delayMs: { min: 30_000, max: 30_000 } }],
  ["a fraction of a second", { ...again, delayMs: { min: 250, max: 250 } }],
  ["no seconds", { ...again, delayMs: { min: 0, max: 0 } }],
  ["a second more than the longest wait", refused],
  ["a date beyond the longest wait", refused],
  ["a date that has passed", again],
  ["a negative number", again],
  ["nothing", again],
])("Retry-After of %s", (name, decision) => {
  expect(after(`send after 429 with Retry-After of ${name}`)).toEqual(decision);
  expect(after(`getStatus after 429 with Retry-After of ${name}`)).toEqual(decision);
});

test("a date is read against the clock of the vector", () => {
  for (const { name, outcome, now, decision } of vectors) {
    const header = "headers" in outcome ? (outcome.headers["retry-after"] ?? "") : "";
    if (!header.endsWith("GMT") || !decision.retry || decision.delayMs?.max === 500) continue;
    expect([name, decision.delayMs?.min]).toEqual([name, Date.parse(header) - Date.parse(now)]);
  }
});

test("Retry-After is honoured on every answer that is followed by a retry, and makes none", () => {
  const exact = { ...again, delayMs: { min: 7_000, max: 7_000 } };
  expect(after("send after 500 with Retry-After")).toEqual(exact);
  expect(after("getStatus after 503 with Retry-After")).toEqual(exact);
  expect(after("send after 503 with Retry-After")).toEqual(unknown);
  expect(after("send after 408 with Retry-After")).toEqual(unknown);
});

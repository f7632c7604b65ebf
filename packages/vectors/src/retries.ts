import type { ApiDocument } from "@getclickmedia/sms-document";
import { errorCodes, type OperationId } from "@getclickmedia/sms-types";
import { answerWith, codesAndStatuses } from "./error-examples.ts";
import type { Answer, Failure, RetryVector } from "./vectors.ts";

/**
 * What a failed attempt is followed by: another one; an error, since nothing was accepted or there is
 * nothing to accept; or an error that says that the message may have been accepted.
 */
type Verdict = "retry" | "refused" | "unknown";

/** An outcome, and what it means to a send and to a call that does no harm when it is repeated. */
interface Row {
  name: string;
  outcome: RetryVector["outcome"];
  send: Verdict;
  read: Verdict;
}

const gateway = errorCodes.GATEWAY_ERROR;
const rateLimit = errorCodes.RATE_LIMIT_EXCEEDED;
const invalid = errorCodes.INVALID_REQUEST;

const defaultRetries = 2;
const longestBackoff = 8_000;
const now = "2026-06-23T10:30:00.000Z";

/** What follows a failed attempt, by what happened, on which attempt, and for which operation. */
export function retryVectors(document: ApiDocument): RetryVector[] {
  return [
    ...outcomeVectors(document),
    ...withoutIdVectors,
    ...attemptVectors(document),
    ...waitVectors(document),
    ...backoffVectors(document),
  ];
}

/** Every outcome of a send and of a read, and the telling ones of the other operations. */
function outcomeVectors(document: ApiDocument): RetryVector[] {
  const rows = [...codeRows(document), ...answerRows(document), ...failureRows];
  const telling = new Set([
    `${rateLimit.status} ${rateLimit.name}`,
    `${gateway.status} ${gateway.name}`,
    "503 without a code",
    "refused",
    "reset-after-sent",
    "timeout-after-sent",
  ]);
  const others = rows.filter(({ name }) => telling.has(name));
  const operations: [OperationId, Row[], kind: "send" | "read"][] = [
    ["send", rows, "send"],
    ["sendBulk", others, "send"],
    ["getStatus", rows, "read"],
    ["getBatch", others, "read"],
    ["getBalance", others, "read"],
    ["cancelScheduled", others, "read"],
  ];
  return operations.flatMap(([operation, of, kind]) =>
    of.map((row) => vector(`${operation} after ${row.name}`, operation, row.outcome, row[kind])),
  );
}

function codeRows(document: ApiDocument): Row[] {
  return codesAndStatuses().map(([code, status]) => {
    const documented: Verdict = errorCodes[code].retryable ? "retry" : "refused";
    return {
      name: `${status} ${code}`,
      outcome: withoutRetryAfter(answerWith(document, code, status)),
      send: documented,
      // A server that did not get the whole request in time has not begun with it.
      read: status === 408 ? "retry" : documented,
    };
  });
}

function answerRows(document: ApiDocument): Row[] {
  const unexplained = (status: number): Answer => ({ status, headers: {}, body: "" });
  const unexplainedRows = (send: Verdict, read: Verdict, ...statuses: number[]): Row[] =>
    statuses.map((status) => ({
      name: `${status} without a code`,
      outcome: unexplained(status),
      send,
      read,
    }));
  return [
    // Nothing was accepted, whoever says so.
    ...unexplainedRows("retry", "retry", 429),
    // Something on the way gave up waiting, and the server behind it may not have.
    ...unexplainedRows("unknown", "retry", 408),
    ...unexplainedRows("unknown", "refused", 499),
    ...unexplainedRows("refused", "refused", 400, 401, 402, 403, 404, 405, 409, 410, 422, 425, 451),
    // A server that is somewhere else has done nothing itself.
    ...unexplainedRows("refused", "refused", 301, 307, 308),
    // One that has done something may point to it.
    ...unexplainedRows("unknown", "refused", 300, 302, 303, 304),
    // It may have failed after the message was accepted.
    ...unexplainedRows("unknown", "retry", 500, 501, 502, 503, 504, 520, 599),
    // The promise that nothing was accepted is that of one code with its own status.
    ...[502, 503, 504].map(
      (status): Row => ({
        name: `${status} ${gateway.name}`,
        outcome: answerWith(document, gateway.name, status),
        send: "unknown",
        read: "retry",
      }),
    ),
    {
      name: `500 ${invalid.name}`,
      outcome: answerWith(document, invalid.name, 500),
      send: "unknown",
      read: "retry",
    },
    {
      name: `400 ${gateway.name}`,
      outcome: answerWith(document, gateway.name, 400),
      send: "refused",
      read: "refused",
    },
    // The code is in the body, wherever the word may stand besides.
    {
      name: `500 with ${gateway.name} as plain text`,
      outcome: { ...unexplained(500), body: gateway.name },
      send: "unknown",
      read: "retry",
    },
    // It was accepted, perhaps: the answer that would tell is not the API's.
    ...Object.entries({
      nothing: "",
      "a page": "<html>Welcome</html>",
      "half an object": '{"messageId":"gcm_ms',
      "an array": "[]",
      "a text": '"queued"',
      null: "null",
    }).map(
      ([name, body]): Row => ({
        name: `200 with ${name}`,
        outcome: success(body),
        send: "unknown",
        read: "refused",
      }),
    ),
  ];
}

const failureRows: Row[] = [
  ...failures("retry", "retry", "refused", "dns", "connect-timeout"),
  ...failures("unknown", "retry", "reset-after-sent", "timeout-after-sent", "half-response"),
  // Who aborts a call does not want it repeated.
  ...failures("unknown", "refused", "aborted"),
];

/** Only the id of the message or the batch proves that a send was accepted. */
const withoutIdVectors = (["send", "sendBulk"] as const).flatMap((operation) => [
  vector(`${operation} after 200 with an empty object`, operation, success("{}"), "unknown"),
  vector(
    `${operation} after 200 without an id`,
    operation,
    success('{"status":"queued","total":1,"queued":1,"failed":0}'),
    "unknown",
  ),
]);

function success(body: string): Answer {
  return { status: 200, headers: { "content-type": "application/json" }, body };
}

function failures(send: Verdict, read: Verdict, ...names: Failure[]): Row[] {
  return names.map((failure) => ({ name: failure, outcome: { failure }, send, read }));
}

/** The last attempt is the one after the last retry that is allowed. */
function attemptVectors(document: ApiDocument): RetryVector[] {
  const outcomes: [name: string, RetryVector["outcome"]][] = [
    [rateLimit.name, withoutRetryAfter(answerTo(document, rateLimit))],
    [gateway.name, answerTo(document, gateway)],
    ["refused", { failure: "refused" }],
  ];
  const limits: [attempt: number, maxRetries: number][] = [
    [2, 2],
    [3, 2],
    [1, 0],
    [1, 1],
    [2, 1],
  ];
  return (["send", "getStatus"] as const).flatMap((operation) =>
    outcomes.flatMap(([name, outcome]) =>
      limits.map(([attempt, maxRetries]) => ({
        ...vector(
          `${operation} after ${name} on attempt ${attempt} with ${maxRetries} retries`,
          operation,
          outcome,
          attempt > maxRetries ? "refused" : "retry",
          backoff(attempt),
        ),
        attempt,
        maxRetries,
      })),
    ),
  );
}

/** `Retry-After` by its value: how many milliseconds to wait, no retry, or the backoff. */
const waits: [name: string, value: string, wait: number | "too long" | "backoff"][] = [
  ["seconds", "1", 1_000],
  ["no seconds", "0", 0],
  ["a fraction of a second", "0.25", 250],
  ["seconds and a fraction", "1.5", 1_500],
  ["leading zeros", "007", 7_000],
  ["the longest wait", "60", 60_000],
  ["a little more than the longest wait", "60.001", "too long"],
  ["a second more than the longest wait", "61", "too long"],
  ["a day", "86400", "too long"],
  ["more seconds than a number holds", "9".repeat(400), "too long"],
  ["a date to come", "Tue, 23 Jun 2026 10:30:30 GMT", 30_000],
  ["a date at the longest wait", "Tue, 23 Jun 2026 10:31:00 GMT", 60_000],
  ["a date beyond the longest wait", "Tue, 23 Jun 2026 10:31:01 GMT", "too long"],
  ["a date next year", "Wed, 23 Jun 2027 10:30:00 GMT", "too long"],
  ["a date as C writes it", "Tue Jun 23 10:30:30 2026", 30_000],
  ["a date as C writes it, of one digit", "Wed Jul  1 10:30:30 2026", "too long"],
  // The server's clock is not ours: a date that has passed tells nothing.
  ["a date that has passed", "Tue, 23 Jun 2026 10:29:59 GMT", "backoff"],
  ["a date long past", "Thu, 01 Jan 1970 00:00:00 GMT", "backoff"],
  ["a negative number", "-1", "backoff"],
  ["a number with a sign", "+5", "backoff"],
  ["an exponent", "1e1", "backoff"],
  ["a hexadecimal number", "0x10", "backoff"],
  ["a unit", "5s", "backoff"],
  ["a number in words", "soon", "backoff"],
  ["two values", "1, 2", "backoff"],
  ["infinity", "Infinity", "backoff"],
  ["nothing", "", "backoff"],
  ["a date that is none", "Tue, 99 Jun 2026 10:30:30 GMT", "backoff"],
];

function waitVectors(document: ApiDocument): RetryVector[] {
  const limited = answerTo(document, rateLimit);
  const every = (operation: OperationId) =>
    waits.map(([name, value, wait]) => {
      const outcome = { ...limited, headers: { ...limited.headers, "retry-after": value } };
      const delay = typeof wait === "number" ? { min: wait, max: wait } : backoff(1);
      const verdict = wait === "too long" ? "refused" : "retry";
      const title = `${operation} after 429 with Retry-After of ${name}`;
      return vector(title, operation, outcome, verdict, delay);
    });
  const headers = { "retry-after": "7" };
  const honoured: [OperationId, Answer, Verdict][] = [
    ["send", answerTo(document, gateway), "retry"],
    ["getStatus", answerTo(document, gateway), "retry"],
    ["getStatus", { status: 503, headers: {}, body: "" }, "retry"],
    ["getStatus", { status: 408, headers: {}, body: "" }, "retry"],
    ["cancelScheduled", { status: 502, headers: {}, body: "" }, "retry"],
    // It asks for a repetition, and cannot know that this one may do harm.
    ["send", { status: 503, headers: {}, body: "" }, "unknown"],
    ["send", { status: 408, headers: {}, body: "" }, "unknown"],
    ["getStatus", { status: 404, headers: {}, body: "" }, "refused"],
  ];
  return [
    ...every("send"),
    ...every("getStatus"),
    ...honoured.map(([operation, answer, verdict]) =>
      vector(
        `${operation} after ${answer.status} with Retry-After`,
        operation,
        { ...answer, headers: { ...answer.headers, ...headers } },
        verdict,
        { min: 7_000, max: 7_000 },
      ),
    ),
  ];
}

/** Without `Retry-After` the wait grows, up to its bound. */
function backoffVectors(document: ApiDocument): RetryVector[] {
  const outcome = answerTo(document, gateway);
  return [1, 2, 3, 4, 5, 6, 10].flatMap((attempt) =>
    (["send", "getStatus"] as const).map((operation) => ({
      ...vector(
        `${operation} with 10 retries after 500 on attempt ${attempt}`,
        operation,
        outcome,
        "retry",
        backoff(attempt),
      ),
      attempt,
      maxRetries: 10,
    })),
  );
}

/** Half of the wait is left to chance, so that clients which failed together do not return together. */
function backoff(retry: number): { min: number; max: number } {
  const max = Math.min(500 * 2 ** (retry - 1), longestBackoff);
  return { min: max / 2, max };
}

function vector(
  name: string,
  operation: OperationId,
  outcome: RetryVector["outcome"],
  verdict: Verdict,
  delay = backoff(1),
): RetryVector {
  const retry = verdict === "retry";
  const deliveryUnknown = verdict === "unknown";
  return {
    name,
    operation,
    maxRetries: defaultRetries,
    attempt: 1,
    outcome,
    now,
    decision: { retry, delayMs: retry ? delay : null, deliveryUnknown },
  };
}

/** The answer with a code and its own status. */
function answerTo(
  document: ApiDocument,
  { name, status }: (typeof errorCodes)[keyof typeof errorCodes],
): Answer {
  return answerWith(document, name, status);
}

function withoutRetryAfter(answer: Answer): Answer {
  const { "retry-after": _, ...headers } = answer.headers;
  return { ...answer, headers };
}

import type { ApiDocument } from "@getclickmedia/sms-document";
import { errorClassName } from "@getclickmedia/sms-sdk-model";
import { errorCodes, type OperationId } from "@getclickmedia/sms-types";
import {
  answerWith,
  codesAndStatuses,
  type ErrorBody,
  errorExamples,
  exampleHeaders,
} from "./error-examples.ts";
import { firstArguments, operationOf } from "./operation-examples.ts";
import type { Answer, ErrorVector } from "./vectors.ts";

const json = { "content-type": "application/json" };

/** Every error of the document, and answers that are none of them. */
export function errorVectors(document: ApiDocument): ErrorVector[] {
  return [
    ...exampleVectors(document),
    ...transportVectors(document),
    ...unknownCodeVectors(),
    ...unreadableVectors(),
    redirectVector(document),
    wordlessVector(),
    shortTextVector(document),
  ];
}

function exampleVectors(document: ApiDocument): ErrorVector[] {
  return errorExamples(document).map(({ name, operation, body, answer }) => ({
    name: `${operation} ${answer.status} ${name}`,
    operation,
    ...answer,
    error: documented(body, answer.status),
  }));
}

/** The statuses that a server answers with a code before it knows the operation: they have no examples. */
function transportVectors(document: ApiDocument): ErrorVector[] {
  const examples = errorExamples(document);
  const withoutExample = codesAndStatuses().filter(
    ([code, status]) =>
      !examples.some(({ body, answer }) => body.error.code === code && answer.status === status),
  );
  return withoutExample.flatMap(([code, status]) => {
    const answer = answerWith(document, code, status);
    const error = documented(JSON.parse(answer.body), status);
    // A server that did not get the whole request in time has not begun with it, and a read does no harm.
    const ofRead = { ...error, retryable: error.retryable || status === 408 };
    return [
      { name: `send ${status} ${code}`, operation: "send", ...answer, error },
      { name: `getStatus ${status} ${code}`, operation: "getStatus", ...answer, error: ofRead },
    ];
  });
}

function documented({ error }: ErrorBody, status: number): ErrorVector["error"] {
  const { retryable } = errorCodes[error.code];
  return { type: errorClassName(error.code), ...error, status, retryable };
}

/** A newer code, or one that a careless lookup finds among the methods of objects. */
function unknownCodeVectors(): ErrorVector[] {
  const answers: [OperationId, status: number, code: string, retryable: boolean][] = [
    ["send", 400, "TEMPLATE_EXPIRED", false],
    ["send", 403, "DND_BLOCKED", false],
    ["send", 451, "DND_BLOCKED", false],
    ["send", 429, "DAILY_QUOTA_EXCEEDED", true],
    ["send", 500, "OUT_OF_ORDER", false],
    ["send", 503, "MAINTENANCE", false],
    ["getStatus", 410, "GONE", false],
    ["getStatus", 429, "DAILY_QUOTA_EXCEEDED", true],
    ["getStatus", 503, "MAINTENANCE", true],
    ["cancelScheduled", 423, "LOCKED", false],
    ["getBalance", 400, "constructor", false],
    ["getBalance", 400, "__proto__", false],
    ["getBalance", 400, "toString", false],
    ["getBalance", 400, "invalid_number", false],
  ];
  return answers.map(([operation, status, code, retryable]) => {
    const error = { code, message: "Something that is new.", requestId: "req_new1" };
    return {
      name: `${operation} ${status} ${code}`,
      operation,
      status,
      headers: json,
      body: JSON.stringify({ error }),
      error: { type: "SmsError", ...error, status, retryable },
    };
  });
}

/** What proxies and broken servers answer instead of the API's error body. */
function unreadableVectors(): ErrorVector[] {
  const html = { "content-type": "text/html" };
  const text = { "content-type": "text/plain" };
  const known = errorCodes.INVALID_NUMBER.name;
  const answers: [name: string, Answer][] = [
    ["nothing", { status: 502, headers: {}, body: "" }],
    ["a page", { status: 502, headers: html, body: "<html><h1>502 Bad Gateway</h1></html>" }],
    ["plain text", { status: 403, headers: text, body: "Forbidden" }],
    ["a page that says it is JSON", { status: 404, headers: json, body: "<html></html>" }],
    ["half an object", { status: 400, headers: json, body: '{"error":{"code":"INVALID_NU' }],
    ...Object.entries({
      "an array": [],
      "a text": errorCodes.GATEWAY_ERROR.name,
      "a number": 500,
      null: null,
      true: true,
      "an empty object": {},
      "another object": { message: "No.", code: known },
      "a list of errors": { errors: [{ code: known }] },
      "a text for the error": { error: known },
      "null for the error": { error: null },
      "an array for the error": { error: [known] },
      "an empty error": { error: {} },
      "a number for the code": { error: { code: 400 } },
      "null for the code": { error: { code: null } },
      "an array for the code": { error: { code: [known] } },
    }).map(([name, body]): [string, Answer] => [
      name,
      { status: 400, headers: json, body: JSON.stringify(body) },
    ]),
  ];
  const unreadable = answers.map(([name, answer]) =>
    bare(`send ${answer.status} with ${name}`, "send", answer, false),
  );
  return [
    ...unreadable,
    bare(
      "getStatus 502 with a page",
      "getStatus",
      { status: 502, headers: html, body: "<p>" },
      true,
    ),
    bare("getStatus 404 with nothing", "getStatus", { status: 404, headers: {}, body: "" }, false),
    bare("getStatus 429 with nothing", "getStatus", { status: 429, headers: {}, body: "" }, true),
    bare("send 429 with a page", "send", { status: 429, headers: html, body: "<p>" }, true),
    bare("send 500 with nothing", "send", { status: 500, headers: {}, body: "" }, false),
  ];
}

/** Redirects are not followed: they would take the key along. */
function redirectVector(document: ApiDocument): ErrorVector {
  const { responses } = operationOf(document, "send");
  const [redirect] = Object.entries(responses).filter(([status]) => status.startsWith("3"));
  if (!redirect) throw new Error("The document has no redirect of send.");
  const [status, response] = redirect;
  const answer = { status: Number(status), headers: exampleHeaders(response), body: "" };
  return bare(`send ${status} with another address`, "send", answer, false);
}

/** A program decides on the code, so it counts where the words are missing too. */
function wordlessVector(): ErrorVector {
  const { name: code, status } = errorCodes.INVALID_NUMBER;
  const answer = { status, headers: json, body: JSON.stringify({ error: { code } }) };
  const { error, ...vector } = bare(
    `send ${status} with a code and no more`,
    "send",
    answer,
    false,
  );
  return { ...vector, error: { ...error, type: errorClassName(code), code } };
}

function bare(
  name: string,
  operation: OperationId,
  answer: Answer,
  retryable: boolean,
): ErrorVector {
  const { status } = answer;
  const error = { type: "SmsError", code: null, status, requestId: null, retryable, message: null };
  return { name, operation, ...answer, error };
}

/** A client that takes the text out of what it is told must not take it out of the code. */
function shortTextVector(document: ApiDocument): ErrorVector {
  const answer = answerWith(document, "GATEWAY_ERROR", errorCodes.GATEWAY_ERROR.status);
  const { error } = JSON.parse(answer.body) as ErrorBody;
  const body: ErrorBody = { error: { ...error, message: "Down" } };
  return {
    name: "send 500 with a text that stands in the code",
    operation: "send",
    arguments: { ...firstArguments(document, "send"), message: "E" },
    ...answer,
    body: JSON.stringify(body),
    error: documented(body, answer.status),
  };
}

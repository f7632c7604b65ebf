import { type ErrorCode, errorCodes, type OperationId } from "@getclickmedia/sms-types";
import { describe, expect, test } from "vitest";
import { answerOf, errorBody, requestOf } from "../test/api-examples.ts";
import { apiKey } from "../test/impatient-client.ts";
import { readAnswer, refusesRetryably } from "./answer.ts";
import type { Message } from "./attempt.ts";
import { errorClasses, errorClassName, SmsError } from "./errors.ts";
import { operations, type SendRequest } from "./generated/operations.ts";

const { message: text } = requestOf<SendRequest>("send");

function read(
  operation: OperationId,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  secrets = [apiKey, text],
) {
  const message: Message = {
    operation: operations[operation],
    url: "https://host/v1",
    body: undefined,
    secrets: () => secrets,
    signal: undefined,
  };
  const written = typeof body === "string" ? body : JSON.stringify(body);
  return readAnswer<object>(message, new Response(null, { status, headers }), written);
}

function errorOf(...answer: Parameters<typeof read>): SmsError {
  try {
    read(...answer);
  } catch (error) {
    if (error instanceof SmsError) return error;
    throw error;
  }
  return expect.unreachable("it was taken for a success");
}

const ids = Object.keys(operations) as OperationId[];
const sends = ids.filter((id) => operations[id].method === "POST");
const reads = ids.filter((id) => operations[id].method !== "POST");
const codes = Object.keys(errorCodes) as ErrorCode[];
const { name: gateway } = errorCodes.GATEWAY_ERROR;

describe("a success", () => {
  test.each(ids)("%s gives the body, the status and the headers", (id) => {
    const answer = read(id, 200, answerOf(id), { "x-extra": "1" });
    expect(answer).toEqual({ data: answerOf(id), status: 200, headers: expect.any(Headers) });
    expect(answer.headers.get("x-extra")).toBe("1");
  });

  test.each([201, 202, 203, 299])("may have the status %d too", (status) => {
    for (const id of ids) expect(read(id, status, answerOf(id))).toMatchObject({ status });
  });

  test("may have more than is documented, and newer values", () => {
    const body = { ...answerOf("getStatus"), status: "teleported", more: { than: ["known"] } };
    expect(read("getStatus", 200, body).data).toEqual(body);
    expect(read("send", 200, { ...answerOf("send"), more: 1 }).data).toHaveProperty("more", 1);
  });

  test("of a read needs no certain field, and that of a send only its id", () => {
    for (const id of reads) expect(read(id, 200, {}).data).toEqual({});
    expect(read("send", 200, { messageId: "1" }).data).toEqual({ messageId: "1" });
    expect(read("sendBulk", 200, { batchId: "1" }).data).toEqual({ batchId: "1" });
  });
});

describe("a 2xx that is no answer of the API", () => {
  const garbage = [
    "",
    " ",
    "<html>Welcome</html>",
    '{"messageId":"gcm_ms',
    "[]",
    "[{}]",
    '"queued"',
    "1",
    "true",
    "null",
    "\0",
  ];

  test.each(garbage)("%j: a send may have been accepted", (body) => {
    for (const id of sends)
      expect(errorOf(id, 200, body)).toMatchObject({
        name: "SmsError",
        message: `${id} was answered with 200 but not with its ${operations[id as "send"].answers}.`,
        status: 200,
        code: undefined,
        retryable: false,
        deliveryUnknown: true,
      });
  });

  test.each(garbage)("%j: a read has failed, and asking again would not help", (body) => {
    for (const id of reads)
      expect(errorOf(id, 200, body)).toMatchObject({
        name: "SmsError",
        message: `${id} was answered with 200 but not with its JSON.`,
        status: 200,
        retryable: false,
        deliveryUnknown: false,
      });
  });

  test.each([
    {},
    { messageId: null },
    { messageId: 1 },
    { messageId: ["1"] },
    { messageID: "1" },
    { batchId: "1" },
  ])("%j does not prove that a message was accepted", (body) => {
    expect(errorOf("send", 200, body)).toMatchObject({ status: 200, deliveryUnknown: true });
  });

  test("204 has no body", () => {
    expect(errorOf("send", 204, "")).toMatchObject({ status: 204, deliveryUnknown: true });
    expect(errorOf("cancelScheduled", 204, "")).toMatchObject({
      status: 204,
      deliveryUnknown: false,
    });
  });
});

describe("an error with a documented code", () => {
  test.each(codes)("%s is thrown as its class, with what the API says", (code) => {
    const { status, retryable } = errorCodes[code];
    for (const id of ids) {
      const error = errorOf(id, status, errorBody(code, "What is wrong."));
      expect(error).toBeInstanceOf(errorClasses[code]);
      expect(error.constructor).toBe(errorClasses[code]);
      expect(error).toMatchObject({
        message: "What is wrong.",
        code,
        status,
        requestId: "req_abc123",
        retryable,
        deliveryUnknown: false,
        retryAfter: undefined,
      });
    }
  });

  test("keeps its class with another status, but not its promise", () => {
    for (const code of codes.filter((each) => errorCodes[each].retryable)) {
      expect(errorOf("send", 400, errorBody(code))).toMatchObject({
        code,
        status: 400,
        retryable: false,
        deliveryUnknown: false,
      });
      expect(errorOf("send", 503, errorBody(code))).toMatchObject({
        code,
        status: 503,
        retryable: false,
        deliveryUnknown: true,
      });
      expect(errorOf("send", 503, errorBody(code))).toBeInstanceOf(errorClasses[code]);
      expect(errorOf("getStatus", 400, errorBody(code))).toMatchObject({
        retryable: false,
        deliveryUnknown: false,
      });
      expect(errorOf("getStatus", 503, errorBody(code))).toMatchObject({
        retryable: true,
        deliveryUnknown: false,
      });
    }
  });
});

describe("an error whose code is new or missing", () => {
  test.each([
    "SOMETHING_NEW",
    "",
    gateway.toLowerCase(),
    `${gateway} `,
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
  ])("%j is the base class", (code) => {
    const error = errorOf("getBalance", 418, errorBody(code));
    expect(error.constructor).toBe(SmsError);
    expect(error).toMatchObject({
      name: "SmsError",
      message: "What is wrong.",
      code,
      status: 418,
      requestId: "req_abc123",
    });
    expect(errorOf("send", 500, errorBody(code))).toMatchObject({
      retryable: false,
      deliveryUnknown: true,
    });
  });

  test.each([
    "",
    gateway,
    `<html>${gateway}</html>`,
    `{"error":{"code":"${gateway}"`,
    "null",
    "[]",
    "1",
    `"${gateway}"`,
    {},
    { error: null },
    { error: gateway },
    { error: 500 },
    { error: [] },
    { error: [{ code: gateway }] },
    { error: {} },
    { error: { code: 500, message: 1, requestId: {} } },
    { error: { code: [gateway], message: ["x"], requestId: null } },
    { error: { code: null, message: "", requestId: true } },
    { code: gateway, message: "x", requestId: "y" },
    [{ error: { code: gateway } }],
    { errors: [{ code: gateway }] },
    JSON.parse(`{"__proto__":{"error":{"code":"${gateway}"}}}`),
  ])("%j has no code, no message and no request id", (body) => {
    for (const id of ids) {
      const error = errorOf(id, 500, body);
      expect(error.constructor).toBe(SmsError);
      expect(error).toMatchObject({
        message: `${id} was answered with 500 and no error of the API.`,
        code: undefined,
        requestId: undefined,
        status: 500,
      });
      expect(error.deliveryUnknown).toBe(sends.includes(id));
    }
  });

  test("each field is read on its own", () => {
    expect(errorOf("send", 400, { error: { requestId: "req_1" } })).toMatchObject({
      requestId: "req_1",
      code: undefined,
    });
    expect(errorOf("send", 400, { error: { message: "Why.", code: 1 } })).toMatchObject({
      message: "Why.",
      code: undefined,
    });
    expect(errorOf("send", 400, { error: { code: errorCodes.NOT_FOUND.name } })).toMatchObject({
      name: "NotFoundError",
      message: "send was answered with 400 and no error of the API.",
    });
  });
});

describe("the status decides, where no code does", () => {
  test.each([400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 421, 422, 425, 431, 451])(
    "%d: a send was not accepted, and is not repeated",
    (status) => {
      for (const id of sends)
        expect(errorOf(id, status, "")).toMatchObject({
          status,
          retryable: false,
          deliveryUnknown: false,
        });
    },
  );

  test.each([500, 501, 502, 503, 504, 507, 520, 529, 599])(
    "%d: a send may have been accepted",
    (status) => {
      for (const id of sends)
        expect(errorOf(id, status, "")).toMatchObject({
          status,
          retryable: false,
          deliveryUnknown: true,
        });
    },
  );

  test.each([408, 429, 500, 501, 502, 503, 504, 507, 520, 529, 599])(
    "%d: a read or a cancel may be repeated",
    (status) => {
      for (const id of reads)
        expect(errorOf(id, status, "")).toMatchObject({
          status,
          retryable: true,
          deliveryUnknown: false,
        });
    },
  );

  test.each([
    400, 401, 402, 403, 404, 405, 407, 409, 410, 413, 418, 421, 422, 425, 428, 430, 431, 451, 499,
  ])("%d: a read or a cancel is not repeated", (status) => {
    for (const id of reads)
      expect(errorOf(id, status, "")).toMatchObject({
        status,
        retryable: false,
        deliveryUnknown: false,
      });
  });

  test.each([408, 499])("%d: what gave up on the way leaves a send open", (status) => {
    for (const id of sends)
      for (const body of ["", "<html>Timeout</html>", {}, { error: { message: "Timeout" } }])
        expect(errorOf(id, status, body)).toMatchObject({
          retryable: false,
          deliveryUnknown: true,
        });
  });

  test.each([408, 499])("%d with a code of the API: nothing was accepted", (status) => {
    for (const id of sends)
      for (const code of ["INVALID_REQUEST", "SOMETHING_NEW"])
        expect(errorOf(id, status, errorBody(code))).toMatchObject({
          code,
          retryable: false,
          deliveryUnknown: false,
        });
  });

  test.each([
    "",
    "<html>Slow down</html>",
    '{"error":{"code":"RATE_LIM',
    {},
    errorBody("SOMETHING_NEW"),
    errorBody(errorCodes.NOT_FOUND.name),
  ])("429 with %j: nothing was accepted, whoever says so", (body) => {
    for (const id of ids)
      expect(errorOf(id, 429, body)).toMatchObject({
        status: 429,
        retryable: true,
        deliveryUnknown: false,
      });
  });

  test.each([
    ...[301, 307, 308].map((status) => [status, "nothing was accepted", false] as const),
    ...[300, 302, 303, 304].map((status) => [status, "it may point to what was", true] as const),
  ])("%d: it is not followed and not repeated, and %s", (status, _, mayBeAccepted) => {
    for (const id of ids)
      expect(errorOf(id, status, "", { location: "https://elsewhere" })).toMatchObject({
        message: `${id} was answered with ${status} and no error of the API: check baseUrl.`,
        status,
        retryable: false,
        deliveryUnknown: mayBeAccepted && sends.includes(id),
      });
  });
});

describe("the details of an error", () => {
  test.each([
    ["7", 7],
    ["soon", undefined],
    [undefined, undefined],
  ])("Retry-After %j is %j seconds, whatever the status", (value, retryAfter) => {
    const headers: Record<string, string> = value === undefined ? {} : { "retry-after": value };
    for (const status of [400, 429, 503])
      expect(errorOf("send", status, "", headers).retryAfter).toBe(retryAfter);
  });

  test("a code and a request id that repeat the key lose it", () => {
    const body = { error: { code: `NO_${apiKey}`, message: "No.", requestId: `req_${apiKey}` } };
    expect(errorOf("send", 400, body)).toMatchObject({
      code: "NO_[redacted]",
      requestId: "req_[redacted]",
    });
  });

  test("a documented code stays what it is, whatever the text", () => {
    for (const code of codes)
      expect(
        errorOf("send", errorCodes[code].status, errorBody(code), {}, ["E", "_"]),
      ).toMatchObject({
        name: errorClassName(code),
        code,
        deliveryUnknown: false,
      });
  });

  test("the key and the text are not repeated", () => {
    const message = `No template fits "${text}" of ${apiKey}.`;
    expect(
      errorOf("send", 422, errorBody(errorCodes.TEMPLATE_MISMATCH.name, message)).message,
    ).toBe('No template fits "[redacted]" of [redacted].');
  });
});

describe("what says that nothing was done", () => {
  test("429, and a retryable code with its own status", () => {
    expect(refusesRetryably(429, undefined)).toBe(true);
    expect(refusesRetryably(429, "ANY")).toBe(true);
    for (const code of codes)
      expect(refusesRetryably(errorCodes[code].status, code)).toBe(errorCodes[code].retryable);
  });

  test("nothing else", () => {
    expect(refusesRetryably(undefined, undefined)).toBe(false);
    expect(refusesRetryably(500, undefined)).toBe(false);
    expect(refusesRetryably(500, "ANY")).toBe(false);
    expect(refusesRetryably(503, gateway)).toBe(false);
  });
});

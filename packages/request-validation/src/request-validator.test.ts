import { examplesOf, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { createRequestValidator, type IncomingRequest } from "./request-validator.ts";

const document = await readDocument();
const validate = createRequestValidator(document);

const requestExamples = (path: string) =>
  examplesOf(document.paths[path]?.post?.requestBody).map(([, { value }]) => value as object);
const [send = {}] = requestExamples("/sms/send");
const [bulk = {}] = requestExamples("/sms/bulk");

const encode = (body: unknown) => new TextEncoder().encode(JSON.stringify(body));

function request(more: Partial<IncomingRequest>): IncomingRequest {
  return {
    method: "POST",
    target: "/v1/sms/send",
    headers: { "x-api-key": "gcm_test_key", "content-type": "application/json" },
    body: encode(send),
    ...more,
  };
}

const answer = (more: Partial<IncomingRequest>) => {
  const result = validate(request(more));
  return "code" in result
    ? `${result.status} ${result.code}: ${result.message}`
    : result.operationId;
};
const sendWith = (change: object) => answer({ body: encode({ ...send, ...change }) });
const bulkWith = (change: object) =>
  answer({ target: "/v1/sms/bulk", body: encode({ ...bulk, ...change }) });
const key = { "x-api-key": "gcm_test_key" };

test("every request example of the spec is accepted", () => {
  for (const body of requestExamples("/sms/send")) {
    expect(answer({ body: encode(body) })).toBe("send");
  }
  for (const body of requestExamples("/sms/bulk")) {
    expect(answer({ target: "/v1/sms/bulk", body: encode(body) })).toBe("sendBulk");
  }
});

test("the base path may be left out, and a path parameter is decoded", () => {
  expect(answer({ target: "/sms/send" })).toBe("send");
  expect(
    validate(request({ method: "GET", target: "/sms/status/gcm%5Fmsg_1a", headers: key })),
  ).toMatchObject({ operationId: "getStatus", pathParameters: { messageId: "gcm_msg_1a" } });
});

test("a key that is missing, empty or of no known prefix is refused", () => {
  const refused = /^401 INVALID_API_KEY: The x-api-key header/;
  expect(answer({ headers: {} })).toMatch(refused);
  expect(answer({ headers: { "x-api-key": "" } })).toMatch(refused);
  expect(answer({ headers: { "x-api-key": "sk_live_1" } })).toMatch(refused);
  expect(answer({ headers: { "x-api-key": "gcm_test_" } })).toMatch(refused);
});

test("a refused key is not repeated", () => {
  expect(answer({ headers: { "x-api-key": "secret-value" } })).not.toContain("secret-value");
});

test("a missing field is named", () => {
  for (const field of Object.keys(send)) {
    expect(sendWith({ [field]: undefined })).toBe(
      `400 MISSING_FIELD: The required field ${field} is missing. Add it to the body.`,
    );
  }
  expect(bulkWith({ recipients: undefined })).toContain(
    "MISSING_FIELD: The required field recipients",
  );
});

test("a number that is not 91 and ten digits is named by its field and place", () => {
  for (const to of [
    "",
    "9876543210",
    "+919876543210",
    "91987654321a",
    "9198765432101",
    "919876543210\n",
  ]) {
    expect(sendWith({ to })).toMatch(/^400 INVALID_NUMBER: The field to is not valid/);
  }
  expect(bulkWith({ recipients: ["919876543210", "1"] })).toMatch(
    /^400 INVALID_NUMBER: The field recipients\[1\] is not valid/,
  );
});

test.each([
  [{ to: 919876543210 }, "The field to must be a string."],
  [{ to: null }, "The field to must be a string."],
  [{ type: "otp" }, "The field type must be one of transactional, promotional."],
  [{ unicode: "true" }, "The field unicode must be a boolean."],
  [{ note: "" }, "The field note is not known. Remove it, or check its spelling."],
  [{ message: "" }, "The field message must have at least 1 character."],
  [
    { scheduleAt: "tomorrow" },
    "The field scheduleAt must be an ISO 8601 date and time with its offset from UTC, such as 2026-06-24T09:00:00+05:30.",
  ],
  [
    { scheduleAt: "2026-02-30T09:00:00Z" },
    "The field scheduleAt must be an ISO 8601 date and time with its offset from UTC, such as 2026-06-24T09:00:00+05:30.",
  ],
  [
    { senderId: "GCM" },
    "The field senderId must have the form that the documentation gives, such as GCMDIA.",
  ],
])("the send %j is an invalid request", (change, message) => {
  expect(sendWith(change)).toBe(`400 INVALID_REQUEST: ${message}`);
});

test("the recipients are bounded", () => {
  expect(bulkWith({ recipients: [] })).toContain("The field recipients must have at least 1 item.");
  expect(bulkWith({ recipients: new Array(10_000).fill("919876543210") })).toBe("sendBulk");
  expect(bulkWith({ recipients: new Array(10_001).fill("919876543210") })).toBe(
    "400 INVALID_REQUEST: The field recipients must have at most 10000 items.",
  );
});

test.each(["", "{", "[]", "null", '"text"', "{'to': 1}", '{"to":"91", }'])(
  "the body %j is an invalid request",
  (body) => {
    expect(answer({ body: new TextEncoder().encode(body) })).toMatch(
      /^400 INVALID_REQUEST: The body/,
    );
  },
);

test("a body that is no UTF-8 is an invalid request", () => {
  expect(answer({ body: Uint8Array.of(0x22, 0xff, 0x22) })).toContain("not valid JSON in UTF-8");
});

test("a text in a refused body is not repeated", () => {
  expect(sendWith({ message: 7, to: "SECRET TEXT" })).not.toContain("SECRET TEXT");
});

test("another content type is a 415, whatever its spelling", () => {
  expect(answer({ headers: key })).toMatch(/^415 INVALID_REQUEST: A body without a content type/);
  expect(answer({ headers: { ...key, "content-type": "text/plain" } })).toMatch(
    /^415 .*text\/plain/,
  );
  expect(answer({ headers: { ...key, "content-type": "Application/JSON; charset=utf-8" } })).toBe(
    "send",
  );
});

test("an unknown path is a 404, another method a 405 that says what is allowed", () => {
  expect(answer({ target: "/v1/sms/nothing" })).toMatch(/^404 NOT_FOUND/);
  expect(answer({ method: "GET", target: "/v1/sms/status/%ff" })).toMatch(/^404 NOT_FOUND/);
  expect(validate(request({ method: "PUT" }))).toMatchObject({
    status: 405,
    code: "INVALID_REQUEST",
    headers: { allow: "POST" },
  });
});

test("an id of the wrong form and a query parameter are invalid requests", () => {
  expect(answer({ method: "GET", target: "/v1/sms/status/7", headers: key })).toBe(
    "400 INVALID_REQUEST: The path parameter messageId must have the form that the documentation gives, such as gcm_msg_1a2b3c4d5e.",
  );
  expect(answer({ method: "GET", target: "/v1/account/balance?currency=INR", headers: key })).toBe(
    "400 INVALID_REQUEST: The query parameter currency is not known. Remove it.",
  );
});

test("a field name that a client made up is shown cut and clean", () => {
  const result = sendWith({ [`${"x".repeat(5000)}\u0007`]: 1 });
  expect(result).toMatch(/^400 INVALID_REQUEST: The field x{60}\.\.\. is not known/);
});

import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { createRequestValidator } from "@getclickmedia/sms-request-validation";
import { expect, test } from "vitest";
import { readCall } from "./incoming-call.ts";

const document = await readDocument();
const validate = createRequestValidator(document);
const baseUrl = document.servers[0]?.url;

interface Sent {
  method: string;
  /** The path below the base URL, and the query. */
  target: string;
  body?: string;
  key?: string;
}

/** How the fake API refuses a request: status, code and message. */
function refusalOf({ method, target, body, key = "gcm_test_key" }: Sent) {
  const headers = { "x-api-key": key, "content-type": "application/json" };
  const request = new Request(baseUrl + target, { method, headers, body: body ?? null });
  const { refusal } = readCall(request, body ?? "");
  const { error } = (refusal?.body ?? {}) as { error?: { code: string; message: string } };
  return refusal && { status: refusal.status, code: error?.code, message: error?.message };
}

/** How the document has it refused. */
function documentedRefusalOf({ method, target, body, key = "gcm_test_key" }: Sent) {
  const headers = { "x-api-key": key, "content-type": "application/json" };
  const bytes = new TextEncoder().encode(body);
  const result = validate({ method, target: `/v1${target}`, headers, body: bytes });
  return "code" in result ? { status: result.status, code: result.code } : undefined;
}

const examples = operationsOf(document).flatMap(
  ({ method, path, parameters = [], requestBody }) => {
    const bodies = examplesOf(requestBody).map(([, { value }]) => value as object);
    const ids = parameters.flatMap(({ examples = {} }) => Object.values(examples));
    const targets = ids.map(({ value }) => path.replace(/{.*}/, `${value}`));
    return [
      ...targets.map((target) => ({ method, target, body: undefined })),
      ...bodies.map((body) => ({ method, target: path, body })),
      ...(targets.length + bodies.length === 0 ? [{ method, target: path, body: undefined }] : []),
    ];
  },
);
const bulk = examples.find(({ target }) => target === "/sms/bulk")?.body;
const [example] = examples;

test("every request example is taken", () => {
  expect(examples.length).toBeGreaterThan(10);
  for (const { method, target, body } of examples) {
    const sent = { method, target, ...(body ? { body: JSON.stringify(body) } : {}) };
    expect(refusalOf(sent), target).toBeUndefined();
  }
});

const values = [
  undefined,
  null,
  true,
  0,
  919_876_543_210,
  "",
  " ",
  "x",
  "otp",
  "promotional",
  "transactional ",
  "9876543210",
  "+919876543210",
  "919876543210",
  "919876543210\n",
  "91987654321٣",
  "GCMDIA",
  "GCMDIAA",
  "GCM DI",
  "1".repeat(32),
  "1".repeat(33),
  "x".repeat(39_015),
  "x".repeat(39_016),
  "😀".repeat(39_015),
  "2126-06-24T09:00:00Z",
  "2126-06-24T09:00:00.5+05:30",
  "2126-06-24T09:00:00",
  "2126-06-24",
  "2126-13-24T09:00:00Z",
  "2126-02-29T09:00:00Z",
  "2124-02-29T09:00:00Z",
  "2126-06-24T25:00:00Z",
  "2126-06-24T09:00:00.1234567890123456+05:30",
  [],
  {},
  ["919876543210"],
  ["919876543210", "8765432109"],
  ["919876543210", 8_765_432_109],
  new Array(10_000).fill("919876543210"),
  new Array(10_001).fill("919876543210"),
  { to: "919876543210" },
];

test("every field is held to the rules of the document, with the same status and code", () => {
  let refused = 0;
  for (const { method, target, body } of examples) {
    if (!body) continue;
    for (const field of [...Object.keys(body), "unicode", "scheduleAt", "note", "toString"])
      for (const value of values) {
        const sent = { method, target, body: JSON.stringify({ ...body, [field]: value }) };
        const expected = documentedRefusalOf(sent);
        const shown = `${target} ${field}: ${JSON.stringify(value)?.slice(0, 60)}`;
        const { message, ...refusal } = refusalOf(sent) ?? {};
        expect(refusal, shown).toEqual(expected ?? {});
        if (expected) refused++;
      }
  }
  expect(refused).toBeGreaterThan(500);
});

test("a body that is no JSON object, an id, a query, a key or a path is held to them too", () => {
  const send = { method: "POST", target: "/sms/send" };
  const balance = { method: "GET", target: "/account/balance" };
  const requests: Sent[] = [
    ...["", "{", "[]", "null", "7", '"text"', "{}"].map((body) => ({ ...send, body })),
    ...["gcm_msg_", "gcm_batch_1", "7", `gcm_msg_${"1".repeat(56)}`, "gcm_msg_%20"].map((id) => ({
      method: "GET",
      target: `/sms/status/${id}`,
    })),
    { method: "GET", target: `/sms/status/gcm_msg_${"1".repeat(57)}` },
    { method: "GET", target: "/sms/batch/gcm_msg_1" },
    { method: "DELETE", target: "/sms/schedule/gcm_msg_1" },
    { ...balance, target: "/account/balance?currency=INR" },
    { ...balance, target: "/account/balance?" },
    { ...balance, key: "" },
    { ...balance, key: "gcm_test_" },
    { ...balance, key: "gcm_live_" },
    { ...balance, key: "sk_live_1" },
    { ...balance, key: "gcm_live_1" },
    { ...balance, target: "/account/balances" },
    { ...balance, target: "/sms/status/" },
    { ...balance, target: "/sms/status/gcm_msg_1/parts" },
    { ...balance, target: "/v1/account/balance" },
  ];
  for (const sent of requests) {
    const { message, ...refusal } = refusalOf(sent) ?? {};
    expect(refusal, JSON.stringify(sent)).toEqual(documentedRefusalOf(sent) ?? {});
  }
});

test.each([
  [{ to: undefined }, "The required field to is missing. Add it to the body."],
  [{ to: 7 }, "The field to must be of the type string."],
  [{ to: null }, "The field to must be of the type string."],
  [{ message: "" }, "The field message must have 1 to 39015 characters."],
  [{ to: "929876543210" }, "The field to has the wrong form. It must match ^91[0-9]{10}$."],
  [{ type: "otp" }, "The field type must be one of transactional, promotional."],
  [{ unicode: "yes" }, "The field unicode must be of the type boolean."],
  [
    { scheduleAt: "2126-02-30T09:00:00Z" },
    /^The field scheduleAt has the wrong form. It must be a date that exists, and match/,
  ],
  [{ note: "" }, "The field note is not known. Remove it, or check its spelling."],
  [{ toString: "" }, "The field toString is not known. Remove it, or check its spelling."],
])("a send with %j is told what is wrong", (change, message) => {
  const body = JSON.stringify({ ...example?.body, ...change });
  expect(refusalOf({ method: "POST", target: "/sms/send", body })?.message).toMatch(message);
});

test.each<[what: string, Partial<Sent>, string]>([
  ["a body that is no object", { body: "7" }, "The body must be of the type object."],
  [
    "an empty list",
    { target: "/sms/bulk", body: JSON.stringify({ ...bulk, recipients: [] }) },
    "The field recipients must have at least 1 item.",
  ],
  [
    "a list with a bad number",
    { target: "/sms/bulk", body: JSON.stringify({ ...bulk, recipients: ["7"] }) },
    "The field recipients[0] has the wrong form. It must match ^91[0-9]{10}$.",
  ],
  [
    "an id of the wrong form",
    { method: "GET", target: "/sms/status/7" },
    "The path parameter messageId has the wrong form. It must match ^gcm_msg_[0-9A-Za-z]+$.",
  ],
  [
    "a query",
    { method: "GET", target: "/account/balance?currency=INR" },
    "The query parameter currency is not known. Remove it.",
  ],
  [
    "a key of no known prefix",
    { key: "secret" },
    "The x-api-key header must hold a key, which begins with gcm_live_ or gcm_test_.",
  ],
  [
    "an unknown path",
    { method: "GET", target: "/sms/nothing" },
    "There is no operation GET /v1/sms/nothing. Check baseUrl, which ends in /v1.",
  ],
])("%s is told what is wrong", (_, change, message) => {
  expect(refusalOf({ method: "POST", target: "/sms/send", ...change })?.message).toBe(message);
});

test("a path outside the base URL, or another method, leads nowhere", () => {
  for (const [url, method] of [
    ["https://api.getclickmedia.com/account/balance", "GET"],
    ["https://api.getclickmedia.com/v2/account/balance", "GET"],
    ["https://api.getclickmedia.com/x/v1/account/balance", "GET"],
    ["https://api.getclickmedia.com/v1/account/balance", "POST"],
  ] as const) {
    const read = readCall(new Request(url, { method }), "");
    expect(read.call).toBeUndefined();
    expect(read.refusal?.status).toBe(404);
  }
});

test("a request without a key is refused", () => {
  const { refusal } = readCall(new Request(`${baseUrl}/account/balance`), "");
  expect(refusal?.status).toBe(401);
});

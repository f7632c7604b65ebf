import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { createRequestValidator } from "@getclickmedia/sms-request-validation";
import { compileValidators } from "@getclickmedia/sms-request-validation/compile";
import { expect, test } from "vitest";
import { readCall } from "./incoming-call.ts";

const document = await readDocument();
const validate = createRequestValidator(document, compileValidators(document));
const baseUrl = document.servers[0]?.url;

interface Sent {
  method: string;
  /** The path below the base URL, and the query. */
  target: string;
  body?: string | Uint8Array<ArrayBuffer>;
  /** In place of those of a good request, or beside them. */
  headers?: Record<string, string>;
}

const goodHeaders = { "x-api-key": "gcm_test_key", "content-type": "application/json" };

const bytesOf = (body: Sent["body"] = "") =>
  typeof body === "string" ? new TextEncoder().encode(body) : body;

/** How the fake API refuses a request: status, code and message. */
function refusalOf({ method, target, body, headers }: Sent) {
  const init = { method, headers: { ...goodHeaders, ...headers } };
  const { refusal } = readCall(new Request(baseUrl + target, init), bytesOf(body));
  const { error } = (refusal?.body ?? {}) as { error?: { code: string; message: string } };
  return refusal && { status: refusal.status, code: error?.code, message: error?.message };
}

/** How the document has it refused. */
function documentedRefusalOf({ method, target, body, headers }: Sent) {
  const result = validate({
    method,
    target: `/v1${target}`,
    headers: { ...goodHeaders, ...headers },
    body: bytesOf(body),
  });
  return "code" in result ? { status: result.status, code: result.code } : undefined;
}

function expectSameRefusal(sent: Sent, shown = JSON.stringify(sent)) {
  const { message, ...refusal } = refusalOf(sent) ?? {};
  const expected = documentedRefusalOf(sent);
  expect(refusal, shown).toEqual(expected ?? {});
  return expected;
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

const balance = { method: "GET", target: "/account/balance" };

/** The first example of a send, with other fields in it. */
const sendOf = (change: object = {}) => ({
  method: "POST",
  target: "/sms/send",
  body: JSON.stringify({ ...example?.body, ...change }),
});

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
        const shown = `${target} ${field}: ${JSON.stringify(value)?.slice(0, 60)}`;
        if (expectSameRefusal(sent, shown)) refused++;
      }
  }
  expect(refused).toBeGreaterThan(500);
});

test("of two fields that are wrong, the one that the API names answers", () => {
  const wrong = { note: "", to: "7", recipients: ["7"], type: "otp", message: undefined };
  for (const [one, first] of Object.entries(wrong))
    for (const [other, second] of Object.entries(wrong))
      for (const [target, good] of [
        ["/sms/send", example?.body],
        ["/sms/bulk", bulk],
      ] as const) {
        const faults = { [one]: first, [other]: second };
        for (const body of [
          { ...good, ...faults },
          { ...faults, ...good, ...faults },
        ])
          expectSameRefusal({ method: "POST", target, body: JSON.stringify(body) });
      }
});

const days = "2126-06-24 2124-02-29 2126-02-29 2126-04-31 2126-00-10 0000-01-01".split(" ");
const clocks = [
  ..."00:00:00 09:00:00 23:59:59 24:00:00 25:00:00 23:60:00 9:00:00 09:00".split(" "),
  ..."23:59:60 23:59:61 05:29:60 18:29:60 00:00:60 12:30:60".split(" "),
];
const fractions = ["", ".5", ".123456789", ".", ",5"];
const offsets = [
  ..."Z +00:00 -00:00 +05:30 -05:30 +23:59 -23:59 +24:00 +25:00 -24:00".split(" "),
  ...["+05:60", "+99:99", "+0530", "+05", "z", "", " Z", "Z\n"],
];

test("every time is taken or refused as the document has it", () => {
  let taken = 0;
  for (const day of days)
    for (const clock of clocks)
      for (const fraction of fractions)
        for (const offset of offsets) {
          const scheduleAt = `${day}T${clock}${fraction}${offset}`;
          if (!expectSameRefusal(sendOf({ scheduleAt }), scheduleAt)) taken++;
        }
  expect(taken).toBeGreaterThan(200);
});

test("of the leap seconds those that there can be are taken", () => {
  expect(refusalOf(sendOf({ scheduleAt: "2126-06-30T23:59:60Z" }))).toBeUndefined();
  expect(refusalOf(sendOf({ scheduleAt: "2126-07-01T05:29:60.5+05:30" }))).toBeUndefined();
  expect(refusalOf(sendOf({ scheduleAt: "2126-06-30T23:59:60+05:30" }))?.status).toBe(400);
});

test.each(["24:00:00Z", "24:59:00+01:00", "23:99:00+00:40"])(
  "the time of day %s is refused",
  (time) => {
    // The last two are 23:59 in UTC. For that reason ajv-formats takes them, as if they were leap seconds.
    expect(refusalOf(sendOf({ scheduleAt: `2126-06-24T${time}` }))?.status).toBe(400);
  },
);

test.each([
  "",
  "text/plain",
  "text/plain;charset=UTF-8",
  "application/json",
  "Application/JSON",
  "application/json;",
  " application/json ; a=b",
  "application/json; charset=utf-8",
  "application/json;charset=UTF-8",
  'application/json; charset="utf-8"',
  "application/json; charset = utf-8",
  "application/json; charset=",
  "application/json; charset=utf8",
  "application/json; charset=latin1",
  "application/json; a=b; charset=utf-16",
  "application/json; x-charset=latin1",
  "application/json, application/json",
  "application/jsonp",
  "application/*",
])("a body of the content type %j is taken or refused as the document has it", (contentType) => {
  expectSameRefusal({ ...sendOf(), headers: { "content-type": contentType } });
});

test.each(["", "identity", "Identity", "gzip", "br", "identity, gzip"])(
  "a body of the content encoding %j is taken or refused as the document has it",
  (encoding) => {
    expectSameRefusal({ ...sendOf(), headers: { "content-encoding": encoding } });
  },
);

test("a body without a content type is refused with 415, and a call without a body needs none", () => {
  const statusOf = (method: string, target: string) => {
    const headers = { "x-api-key": "gcm_test_key" };
    const request = new Request(baseUrl + target, { method, headers });
    return readCall(request, bytesOf(sendOf().body)).refusal?.status;
  };
  expect(statusOf("POST", "/sms/send")).toBe(415);
  expect(statusOf("GET", "/account/balance")).toBeUndefined();
});

test.each([
  "",
  "gcm_test_",
  "gcm_live_",
  "gcm_",
  "gcm_test_a",
  "gcm_live_example-aZ09_",
  "gcm_live_-",
  "GCM_TEST_1",
  "sk_live_1",
  "xgcm_test_a",
  "gcm_test_a b",
  "gcm_test_a.b",
  "gcm_test_ä",
  "gcm_test_a, gcm_test_b", // How HTTP joins a header that is sent twice.
])("the key %j is taken or refused as the document has it", (key) => {
  expectSameRefusal({ ...balance, headers: { "x-api-key": key } });
});

test("of all that is wrong with a request, the first in the order of the API answers", () => {
  let sent: Sent = { method: "POST", target: "/sms/send" };
  for (const [status, change] of [
    [400, { body: "{" }],
    [415, { headers: { "content-encoding": "gzip" } }],
    [415, { headers: { "content-type": "text/plain" } }],
    [400, { target: "/sms/send?currency=INR" }],
    [401, { headers: { "x-api-key": "gcm_test_a.b" } }],
    [405, { method: "PUT" }],
    [404, { target: "/sms/nothing?currency=INR" }],
  ] as [number, Partial<Sent>][]) {
    sent = { ...sent, ...change, headers: { ...sent.headers, ...change.headers } };
    expect(expectSameRefusal(sent)?.status).toBe(status);
  }
});

test("a body that is no JSON object, an id, a query or a path is held to them too", () => {
  const send = sendOf();
  const requests: Sent[] = [
    ...["", "{", "[]", "null", "7", '"text"', "{}"].map((body) => ({ ...send, body })),
    ...["\ufeff", '{"to":"\ud800"}'].map((start) => ({ ...send, body: start + send.body })),
    { ...send, body: Buffer.from(send.body.replace("{", '{"note":"\xff",'), "latin1") },
    ...["gcm_msg_", "gcm_batch_1", "7", `gcm_msg_${"1".repeat(56)}`, "gcm_msg_%20"].map((id) => ({
      method: "GET",
      target: `/sms/status/${id}`,
    })),
    { method: "GET", target: `/sms/status/gcm_msg_${"1".repeat(57)}` },
    { method: "GET", target: "/sms/batch/gcm_msg_1" },
    { method: "DELETE", target: "/sms/schedule/gcm_msg_1" },
    { method: "GET", target: "/sms/batch/7", headers: { "x-api-key": "gcm_test_" } },
    { ...balance, target: "/account/balance?currency=INR" },
    { ...balance, target: "/account/balance?" },
    { ...balance, method: "POST" },
    { ...balance, method: "DELETE" },
    { ...send, method: "GET" },
    { method: "PATCH", target: "/sms/batch/7" },
    { ...balance, target: "/account/balances" },
    { ...balance, target: "/sms/status/" },
    { ...balance, target: "/sms/status/gcm_msg_1/parts" },
    { ...balance, target: "/v1/account/balance" },
  ];
  for (const sent of requests) expectSameRefusal(sent);
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
  expect(refusalOf(sendOf(change))?.message).toMatch(message);
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
    { headers: { "x-api-key": "secret" } },
    "The x-api-key header must hold one key, which begins with gcm_live_ or gcm_test_ and goes on in letters, digits, _ and -.",
  ],
  [
    "a body of another content type",
    { headers: { "content-type": "text/plain" } },
    "The body must be sent as application/json in UTF-8, and uncompressed. Check the headers content-type and content-encoding.",
  ],
  ["another method", { method: "PUT" }, "The path /v1/sms/send does not take PUT. Use POST."],
  [
    "an unknown path",
    { method: "GET", target: "/sms/nothing" },
    "There is no operation GET /v1/sms/nothing. Check baseUrl, which ends in /v1.",
  ],
])("%s is told what is wrong", (_, change, message) => {
  expect(refusalOf({ method: "POST", target: "/sms/send", ...change })?.message).toBe(message);
});

test("a path outside the base URL leads nowhere", () => {
  for (const path of ["/account/balance", "/v2/account/balance", "/x/v1/account/balance"]) {
    const read = readCall(new Request(`https://api.getclickmedia.com${path}`), bytesOf());
    expect(read.call).toBeUndefined();
    expect(read.refusal?.status).toBe(404);
  }
});

test("another method is told which there is", () => {
  const read = readCall(new Request(`${baseUrl}/sms/send`), bytesOf());
  expect(read.call).toBeUndefined();
  expect(read.refusal).toMatchObject({ status: 405, headers: { allow: "POST" } });
});

test("a request without a key is refused", () => {
  const { refusal } = readCall(new Request(`${baseUrl}/account/balance`), bytesOf());
  expect(refusal?.status).toBe(401);
});

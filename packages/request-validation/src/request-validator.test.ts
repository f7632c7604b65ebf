import { type ApiDocument, examplesOf, readDocument } from "@getclickmedia/sms-document";
import { describe, expect, test } from "vitest";
import { bodyTooLarge } from "./body.ts";
import { compileValidators } from "./compile.ts";
import { createMakeFault } from "./fault.ts";
import { createPrintable } from "./printable.ts";
import {
  createRequestValidator,
  type IncomingRequest,
  type RequestValidatorOptions,
} from "./request-validator.ts";

const createValidator = (of: ApiDocument, options?: RequestValidatorOptions) =>
  createRequestValidator(of, compileValidators(of), options);

const document = await readDocument();
const validate = createValidator(document);

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
const json = { ...key, "content-type": "application/json" };

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

test("a key of other characters, or sent twice, is refused", () => {
  const refused = /^401 INVALID_API_KEY: The x-api-key header does not hold one key/;
  for (const value of [
    "gcm_test_a, gcm_test_b", // How HTTP joins a header that is sent twice.
    "gcm_test_a b",
    "gcm_test_ä",
    "gcm_test_a\n",
    "xgcm_test_a",
    ["gcm_test_a", "gcm_test_a"],
  ]) {
    expect(answer({ headers: { ...json, "x-api-key": value } })).toMatch(refused);
  }
  expect(answer({ headers: { ...json, "x-api-key": "gcm_live_example-aZ09_" } })).toBe("send");
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
    expect(sendWith({ to })).toBe(
      "400 INVALID_NUMBER: The field to has the wrong form. It should look like 919876543210: 12 characters matching ^91[0-9]{10}$.",
    );
  }
  expect(bulkWith({ recipients: ["919876543210", "1"] })).toMatch(
    /^400 INVALID_NUMBER: The field recipients\[1\] has the wrong form\./,
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
    "The field scheduleAt has the wrong form. It should look like 2026-06-24T09:00:00+05:30: 20 to 35 characters making an ISO 8601 date and time with its offset from UTC.",
  ],
  [
    { scheduleAt: "2026-02-30T09:00:00Z" },
    "The field scheduleAt has the wrong form. It should look like 2026-06-24T09:00:00+05:30: 20 to 35 characters making an ISO 8601 date and time with its offset from UTC.",
  ],
  [
    { senderId: "GCM" },
    "The field senderId has the wrong form. It should look like GCMDIA: 6 characters matching ^[A-Za-z0-9]{6}$.",
  ],
  [
    { templateId: "DLT-1" },
    "The field templateId has the wrong form. It should look like 1007161234567890123: 1 to 32 characters matching ^[0-9]+$.",
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

test("a byte order mark before the body is an invalid request", () => {
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...encode(send));
  expect(answer({ body: marked })).toMatch(/^400 INVALID_REQUEST: .*byte order mark/);
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

test("a charset other than UTF-8 is a 415", () => {
  const declared = (contentType: string) =>
    answer({ headers: { ...key, "content-type": contentType } });
  for (const charset of ["latin1", "utf-16", '"iso-8859-1"', ""]) {
    expect(declared(`application/json;charset=${charset}`)).toMatch(
      /^415 INVALID_REQUEST: The charset [\w-]* ?is not accepted\. Send the body in UTF-8\.$/,
    );
  }
  expect(declared('application/json; version=1; Charset="UTF-8"')).toBe("send");
});

test("a compressed body is a 415", () => {
  const encoded = (encoding: string) =>
    answer({ headers: { ...json, "content-encoding": encoding } });
  expect(encoded("gzip")).toBe(
    "415 INVALID_REQUEST: The content encoding gzip is not accepted. Send the body uncompressed.",
  );
  expect(encoded("identity, br")).toMatch(/^415 /);
  expect(encoded("Identity")).toBe("send");
});

test("a key is not shown, wherever it was sent by mistake", () => {
  const secret = "gcm_live_example-s3cr3t";
  const answers = [
    answer({ method: "GET", target: `/v1/account/balance?${secret}=1`, headers: key }),
    answer({ method: "GET", target: `/v1/account/balance?x${secret.toUpperCase()}`, headers: key }),
    answer({ method: "GET", target: `/v1/sms/status/${secret}`, headers: key }),
    answer({ headers: { ...key, "content-type": `text/${secret}` } }),
    answer({ headers: { ...key, "content-type": `application/json;charset=${secret}` } }),
    answer({ headers: { ...json, "content-encoding": secret } }),
    sendWith({ [secret]: 1 }),
    sendWith({ [`${"x".repeat(45)}${secret}`]: 1 }),
    sendWith({ type: secret, to: secret }),
  ];
  for (const refusal of answers) {
    expect(refusal).toMatch(/^4\d\d INVALID_/);
    expect(refusal.toLowerCase()).not.toContain("s3c");
  }
  expect(answers[0]).toBe(
    "400 INVALID_REQUEST: The query parameter (a key) is not known. Remove it.",
  );
});

test("a HEAD is the GET of its path", () => {
  expect(answer({ method: "HEAD", target: "/v1/account/balance", headers: key })).toBe(
    "getBalance",
  );
  expect(validate(request({ method: "HEAD" }))).toMatchObject({ status: 405 });
  expect(validate(request({ target: "/v1/account/balance" }))).toMatchObject({
    headers: { allow: "GET, HEAD" },
  });
});

test("a valid request says where it leads below the base URL", () => {
  expect(validate(request({}))).toMatchObject({ target: "/sms/send" });
});

test("statuses, prefixes and header names are those of the document", () => {
  const changed = structuredClone(document);
  const codes = changed.components.schemas.ErrorCode?.["x-extensible-enum"] as Record<
    string,
    { status: number }
  >;
  codes.INVALID_NUMBER = { status: 422 };
  const [scheme] = Object.values(changed.components.securitySchemes ?? {});
  Object.assign(scheme ?? {}, {
    name: "X-Other-Key",
    "x-gcm-key-prefixes": { "k.": { environment: "live" } },
  });
  const body = encode({ ...send, to: "1" });
  const changedValidate = createValidator(changed);
  expect(
    changedValidate(request({ body, headers: { ...json, "x-other-key": "k.1" } })),
  ).toMatchObject({ status: 422, code: "INVALID_NUMBER" });
  expect(changedValidate(request({ headers: { ...json, "x-other-key": "kk1" } }))).toMatchObject({
    status: 401,
  });
});

test("a document without the codes that answers need is refused at once", () => {
  const changed = structuredClone(document);
  delete changed.components.schemas.ErrorCode;
  expect(() => createValidator(changed)).toThrow("The document has no error code");
});

test("the 413 says its limit", () => {
  const fault = createMakeFault(document);
  expect(bodyTooLarge(fault, 2 ** 21)).toMatchObject({
    status: 413,
    message: expect.stringContaining("larger than 2 MiB."),
  });
  expect(bodyTooLarge(fault, 1000).message).toContain("larger than 1000 bytes.");
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
    "400 INVALID_REQUEST: The path parameter messageId has the wrong form. It should look like gcm_msg_1a2b3c4d5e: 9 to 64 characters matching ^gcm_msg_[0-9A-Za-z]+$.",
  );
  expect(answer({ method: "GET", target: "/v1/account/balance?currency=INR", headers: key })).toBe(
    "400 INVALID_REQUEST: The query parameter currency is not known. Remove it.",
  );
});

test("a field name that a client made up is shown cut and clean", () => {
  const result = sendWith({ [`${"x".repeat(5000)}\u0007`]: 1 });
  expect(result).toMatch(/^400 INVALID_REQUEST: The field x{60}\.\.\. is not known/);
});

describe("a server with accounts", () => {
  const fault = createMakeFault(document);
  const keys: string[] = [];
  const withAccounts = createValidator(document, {
    authorize: (apiKey) => {
      keys.push(apiKey);
      return apiKey === "gcm_test_key"
        ? undefined
        : fault("INVALID_API_KEY", "This key is not known.");
    },
  });
  const asked = (more: Partial<IncomingRequest>) => {
    keys.length = 0;
    return { result: withAccounts(request(more)), keys: [...keys] };
  };

  test("is told the key of a request once, and learns it from a valid one", () => {
    expect(asked({})).toEqual({
      result: expect.objectContaining({ operationId: "send", apiKey: "gcm_test_key" }),
      keys: ["gcm_test_key"],
    });
  });

  test("is asked after path and form of the key, and before parameters and body", () => {
    const unknown = { ...json, "x-api-key": "gcm_test_other" };
    const refusal = expect.objectContaining({ status: 401, message: "This key is not known." });
    const status = { method: "GET", target: "/v1/sms/status/7?x=1", headers: unknown };
    for (const sent of [{ headers: unknown, body: encode("{") }, status]) {
      expect(asked(sent)).toEqual({ result: refusal, keys: ["gcm_test_other"] });
    }
    for (const sent of [{ target: "/v1/nothing" }, { method: "PUT" }, { headers: {} }]) {
      expect(asked(sent).keys).toEqual([]);
    }
  });
});

describe("a document without keys", () => {
  const open: ApiDocument = {
    servers: [{ url: "/_control" }],
    security: [],
    paths: {
      "/messages/{id}": {
        get: {
          operationId: "readMessage",
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string" } },
            { name: "wait", in: "query", schema: { type: "integer", default: 0 } },
          ],
          responses: {},
        },
      },
    },
    webhooks: {},
    components: { schemas: document.components.schemas },
    "x-gcm-states": {},
  };
  const { schemas: _, ...withoutCatalogue } = open.components;
  const bare = { ...open, components: withoutCatalogue as ApiDocument["components"] };
  const get = (target: string) => ({ method: "GET", target, headers: {}, body: new Uint8Array() });

  test("takes a request without one, and asks for no authorization", () => {
    const refuse = () => createMakeFault(document)("INVALID_API_KEY", "Nobody is let in.");
    const validateOpen = createValidator(open, { authorize: refuse });
    expect(validateOpen(get("/_control/messages/7?wait=5"))).toEqual({
      operationId: "readMessage",
      target: "/messages/7?wait=5",
      pathParameters: { id: "7" },
      query: { wait: 5 },
      apiKey: "",
      body: undefined,
    });
    expect(validateOpen(get("/_control/messages/7"))).toMatchObject({ query: { wait: 0 } });
    expect(validateOpen(get("/_control/messages/7?wait=soon"))).toMatchObject({ status: 400 });
  });

  test("takes the faults of another document where it has no catalogue", () => {
    expect(() => createValidator(bare)).toThrow("The document has no error code");
    const validateBare = createValidator(bare, { fault: createMakeFault(document) });
    expect(validateBare(get("/_control/nothing"))).toMatchObject({ status: 404 });
  });

  test("shows no key of the document whose cleaning it takes", () => {
    const printable = createPrintable(["gcm_test_"]);
    expect(
      createValidator(open, { printable })(get("/_control/messages/7?gcm_test_1=1")),
    ).toMatchObject({ message: "The query parameter (a key) is not known. Remove it." });
  });

  test("is refused at once when an operation needs one after all", () => {
    const { security: __, ...silent } = open;
    expect(() => createValidator(silent)).toThrow("The document has no security scheme.");
  });

  test("may be one with keys, of which some operations need none", () => {
    const mixed = structuredClone(document);
    Object.assign(mixed.paths["/account/balance"]?.get ?? {}, { security: [] });
    const validateMixed = createValidator(mixed);
    expect(validateMixed(get("/v1/account/balance"))).toMatchObject({ apiKey: "" });
    expect(validateMixed(request({ headers: {} }))).toMatchObject({ status: 401 });
  });
});

import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runContract } from "../src/run-contract.ts";
import {
  type Incoming,
  type MutatingProxy,
  type Passing,
  startMutatingProxy,
} from "./mutating-proxy.ts";
import { type StatefulServer, startStatefulServer } from "./stateful-server.ts";

// Every mutant is a fault that a server could have. The suite must notice each of them, both when it
// compares values exactly and when it compares only what is not volatile.

type Fields = Record<string, unknown>;
type Mutant = [name: string, subject: string, change: (passing: Passing) => void];

const field = (passing: Passing, path: string, change: (parent: Fields, key: string) => void) => {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  change(
    keys.reduce((parent, key) => parent[key] as Fields, passing.body as Fields),
    last,
  );
};
const drop = (path: string) => (passing: Passing) =>
  field(passing, path, (parent, key) => {
    delete parent[key];
  });
const set = (path: string, value: unknown) => (passing: Passing) =>
  field(passing, path, (parent, key) => {
    parent[key] = value;
  });
const status = (value: number) => (passing: Passing) => {
  passing.status = value;
};
const header = (name: string, value?: string) => (passing: Passing) => {
  if (value === undefined) delete passing.headers[name];
  else passing.headers[name] = value;
};
const raw = (text: string) => (passing: Passing) => {
  passing.rawBody = text;
};

const withMark = (passing: Passing) => {
  passing.rawBody = `\ufeff${JSON.stringify(passing.body)}`;
};

const document = await readDocument();
const productionUrl = document.servers[0]?.url;

const mutants: Mutant[] = [
  ["a dropped field", "send 200", drop("messageId")],
  ["a field of another type", "send 200", set("credits", "1")],
  ["a number below its minimum", "send 200", set("credits", -1)],
  ["a fraction where an integer belongs", "send 200", set("credits", 1.5)],
  ["an undocumented status of a message", "send 200", set("status", "accepted")],
  ["another documented status of the message", "send 200", set("status", "delivered")],
  ["an undeclared field", "send 200", set("cost", 1)],
  ["an id without its prefix", "send 200", set("messageId", "1a2b3c4d5e")],
  ["a time without an offset", "send 200", set("queuedAt", "2026-06-23T10:30:00")],
  ["another recipient", "send 200", set("to", "919999999999")],
  ["201 instead of 200", "send 200", status(201)],
  ["another content type", "send 200", header("content-type", "text/html")],
  ["no content type", "send 200", header("content-type")],
  ["a body that is no JSON", "send 200", raw("<html></html>")],
  ["an empty body", "send 200", raw("")],
  ["a body cut in half", "send 200", raw('{"messageId":"gcm_msg_1a')],
  ["a list instead of an object", "send 200", raw("[]")],
  ["null instead of an object", "send 200", raw("null")],
  ["a total as a string", "sendBulk 200", set("total", "3")],
  ["another count", "sendBulk 200", set("queued", 2)],
  ["a dropped credit estimate", "sendBulk 200", drop("estimatedCredits")],
  ["another scheduled time", "sendBulk 200", set("scheduledAt", "2026-06-25T09:00:00+05:30")],
  ["the status of another message", "getStatus 200", set("messageId", "gcm_msg_9999999999")],
  ["null for an absent field", "getStatus 200", set("failReason", null)],
  ["a delivery rate as a number", "getBatch 200", set("deliveryRate", 96.7)],
  ["a delivery rate without its sign", "getBatch 200", set("deliveryRate", "96.7")],
  ["an absent completedAt instead of null", "getBatch 200", drop("completedAt")],
  ["a plan that does not exist", "getBalance 200", set("plan", "Free")],
  ["a date with a time", "getBalance 200", set("expiresAt", "2026-12-31T00:00:00Z")],
  ["a batch that is not cancelled", "cancelScheduled 200", set("cancelled", false)],
  ["a 429 without Retry-After", "send 429", header("retry-after")],
  ["a Retry-After in words", "getStatus 429", header("retry-after", "soon")],
  ["a negative Retry-After", "getBatch 429", header("retry-after", "-1")],
  ["a malformed RateLimit", "sendBulk 429", header("ratelimit", "many")],
  ["a 301 without Location", "getBalance 301", header("location")],
  ["a 301 to plain HTTP", "getBalance 301", header("location", "http://api.getclickmedia.com/v1")],
  ["a 301 with a body", "getBalance 301", raw("<html>moved</html>")],
  ["an unknown error code", "send 400", set("error.code", "BAD_REQUEST")],
  ["an error code of another status", "send 401", set("error.code", "NOT_FOUND")],
  ["an error code of the same status", "send 422", set("error.code", "SENDER_NOT_REGISTERED")],
  ["an error without its code", "send 402", drop("error.code")],
  ["an error without its message", "getBatch 404", drop("error.message")],
  ["an error with an empty message", "getBatch 404", set("error.message", "")],
  ["an error without its requestId", "send 500", drop("error.requestId")],
  ["an error that is not wrapped", "send 500", raw('{"code":"GATEWAY_ERROR","message":"x"}')],
  ["an error as plain text", "getStatus 403", header("content-type", "text/plain")],
  ["400 instead of 422", "sendBulk 422", status(400)],
  ["500 instead of 409", "cancelScheduled 409", status(500)],
  ["a 405 without Allow", "PUT 405", header("allow")],
  ["404 instead of 405", "PUT 405", status(404)],
  ["200 for an unknown path", "GET 404", status(200)],
  ["a webhook without its signature", "sms.delivered", header("x-gcm-signature")],
  ["a webhook with another signature", "sms.queued", header("x-gcm-signature", "0".repeat(64))],
  ["a webhook whose body was changed", "sms.failed", set("to", "919999999999")],
  ["a webhook of another event", "sms.rejected", set("event", "sms.failed")],
  ["a webhook without a field", "sms.dispatched", drop("batchId")],
  ["a webhook as text", "sms.dispatched", header("content-type", "text/plain")],
  ["a byte order mark before the body", "send 200", withMark],
  ["another character set", "send 200", header("content-type", "application/json; charset=utf-16")],
  ["a time with a space", "send 200", set("queuedAt", "2026-06-23 10:30:00Z")],
  ["an offset without a colon", "send 200", set("queuedAt", "2026-06-23T10:30:00+0530")],
  [
    "a redirect to another host",
    "getBalance 301",
    header("location", "https://example.com/v1/account/balance"),
  ],
  ["a redirect to another path", "getBalance 301", header("location", `${productionUrl}/sms/send`)],
  ["the key in an error", "send 400", set("error.message", "The key gcm_test_contract is fine.")],
  ["one requestId for all errors", "send 400", set("error.requestId", "req_same")],
  ["200 for GET of a path that takes POST", "GET 405", status(200)],
];

/** What a server does that mends a request instead of refusing it. */
type Leniency = [name: string, mend: (incoming: Incoming) => void];

const inBody = (change: (body: Fields) => void) => (incoming: Incoming) => {
  try {
    const body = JSON.parse(incoming.body);
    if (!body || typeof body !== "object" || Array.isArray(body)) return;
    change(body);
    incoming.body = JSON.stringify(body);
  } catch {
    // Broken JSON stays broken.
  }
};
const defaults = examplesOf(operationsOf(document)[0]?.requestBody)[0]?.[1].value as Fields;

const leniencies: Leniency[] = [
  [
    "takes any key",
    ({ headers }) => {
      if (headers["x-api-key"]) headers["x-api-key"] = "gcm_test_any";
    },
  ],
  ...Object.keys(defaults).map(
    (name): Leniency => [
      `fills in a missing ${name}`,
      inBody((body) => {
        body[name] ??= defaults[name];
      }),
    ],
  ),
  [
    "drops a field too many",
    inBody((body) => {
      delete body.no_such_field;
    }),
  ],
  [
    "turns numbers into texts",
    inBody((body) => {
      for (const [name, value] of Object.entries(body)) {
        if (typeof value === "number") body[name] = defaults[name];
      }
    }),
  ],
  [
    "cuts a list that is too long",
    inBody((body) => {
      if (Array.isArray(body.recipients)) body.recipients = body.recipients.slice(0, 10_000);
    }),
  ],
  [
    "ignores a bad date",
    inBody((body) => {
      if (Number.isNaN(Date.parse(String(body.scheduleAt)))) delete body.scheduleAt;
    }),
  ],
  [
    "takes any type of message",
    inBody((body) => {
      body.type = defaults.type;
    }),
  ],
  [
    "mends broken JSON",
    (incoming) => {
      try {
        JSON.parse(incoming.body || "{}");
      } catch {
        incoming.body = JSON.stringify(defaults);
      }
    },
  ],
];

const operations = operationsOf(document).map(({ operationId, method, path }) => ({
  operationId,
  method,
  pattern: new RegExp(`^/v1${path.replace(/\{[^}]+\}/g, "[^/]+")}$`),
}));
const subjectOf = (method: string, path: string) =>
  operations.find((each) => each.method === method && each.pattern.test(path))?.operationId ??
  method;

let mock: Mock;
let stateful: StatefulServer;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  stateful = await startStatefulServer(document, mock.url);
});
afterAll(async () => {
  await stateful.close();
  await mock.close();
});

describe.each([
  ["asking for examples by name", { exact: true, server: () => mock.url }],
  ["putting the server into states", { exact: false, server: () => stateful.url }],
])("%s", (_, { exact, server }) => {
  let proxy: MutatingProxy;
  beforeAll(async () => {
    proxy = await startMutatingProxy(server(), subjectOf);
  });
  afterAll(() => proxy.close());

  test("the run passes without a mutation", async () => {
    const report = await runContract({ baseUrl: proxy.url, exact, document });
    expect(report.replays.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(report.uncovered).toEqual([]);
    expect(report.passed).toBe(true);
  });

  test.each(mutants)("the run notices %s (%s)", async (_name, subject, change) => {
    let changed = 0;
    proxy.mutate((each, passing) => {
      if (each !== subject) return;
      changed += 1;
      change(passing);
    });
    const report = await runContract({ baseUrl: proxy.url, exact, document });
    expect(changed).toBeGreaterThan(0);
    expect(report.passed).toBe(false);
    expect(report.replays.some(({ problems }) => problems.length > 0)).toBe(true);
  });

  test.each(leniencies)("the run notices a server that %s", async (_name, mend) => {
    proxy.mutate(() => {}, mend);
    const report = await runContract({ baseUrl: proxy.url, exact, document });
    expect(report.passed).toBe(false);
  });
});

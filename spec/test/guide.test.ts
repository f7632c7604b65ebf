// What the vendor's guide states, typed from the guide, against the bundle. This is the one place
// where its facts are repeated: a description that drifts from the guide fails here.
import { describe, expect, test } from "vitest";
import { at, entriesOf, inBundle, itemsOf } from "./bundle.ts";
import payloads from "./guide-payloads.json" with { type: "json" };

const operations = ["paths", "webhooks"].flatMap((section) =>
  entriesOf(inBundle(section)).flatMap(([key, item]) =>
    entriesOf(item).map(([method, node]) => ({
      key,
      method,
      node,
      id: String(at(node, "operationId")),
    })),
  ),
);

function operation(id: string): unknown {
  return operations.find((one) => one.id === id)?.node;
}

function contentOf(id: string, place: string): unknown {
  const body = place === "request" ? ["requestBody"] : ["responses", place];
  return at(operation(id), ...body, "content", "application/json");
}

function exampleValues(id: string, place: string): unknown[] {
  const parameter = itemsOf(at(operation(id), "parameters")).find(
    (one) => at(one, "name") === place,
  );
  return entriesOf(at(parameter ?? contentOf(id, place), "examples")).map(([, example]) =>
    at(example, "value"),
  );
}

function schemaOf(id: string, place: string): unknown {
  return at(contentOf(id, place), "schema");
}

/** The facts that the description holds of each value of an open list. */
function openList(schema: unknown): [value: string, facts: unknown][] {
  return entriesOf(at(schema, "x-extensible-enum"));
}

const places = Object.entries(payloads).flatMap(([id, byPlace]) =>
  Object.entries(byPlace).map(([place, values]) => ({ id, place, values })),
);

describe("every payload of the guide is a named example", () => {
  test.each(places)("$id $place", ({ id, place, values }) => {
    for (const value of values) expect(exampleValues(id, place)).toContainEqual(value);
  });

  test("the quick start's message, whose template the guide reads from the environment", () => {
    expect(exampleValues("send", "request")).toContainEqual({
      to: "919876543210",
      message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA",
      senderId: "GCMDIA",
      templateId: expect.any(String),
      type: "transactional",
    });
  });
});

test("the base URL", () => {
  expect(at(itemsOf(inBundle("servers"))[0], "url")).toBe("https://api.getclickmedia.com/v1");
});

test("the endpoints, and no other", () => {
  const endpoints = operations
    .filter(({ key }) => key.startsWith("/"))
    .map(({ key, method }) => `${method.toUpperCase()} ${key}`);
  expect(endpoints.sort()).toEqual([
    "DELETE /sms/schedule/{batchId}",
    "GET /account/balance",
    "GET /sms/batch/{batchId}",
    "GET /sms/status/{messageId}",
    "POST /sms/bulk",
    "POST /sms/send",
  ]);
});

test("the key's header and prefixes", () => {
  const scheme = inBundle("components", "securitySchemes", "ApiKey");
  expect(scheme).toMatchObject({ type: "apiKey", in: "header", name: "x-api-key" });
  const environments = entriesOf(at(scheme, "x-gcm-key-prefixes")).map(([prefix, facts]) => [
    prefix,
    at(facts, "environment"),
  ]);
  expect(environments).toEqual([
    ["gcm_live_", "live"],
    ["gcm_test_", "test"],
  ]);
});

test("the fields of a single send", () => {
  const schema = schemaOf("send", "request");
  const required = itemsOf(at(schema, "required"));
  const fields = entriesOf(at(schema, "properties")).map(([name, field]) => [
    name,
    at(field, "type"),
    required.includes(name),
  ]);
  expect(fields).toEqual([
    ["to", "string", true],
    ["message", "string", true],
    ["senderId", "string", true],
    ["templateId", "string", true],
    ["type", "string", true],
    ["unicode", "boolean", false],
    ["scheduleAt", "string", false],
  ]);
});

test("the form of a number, a sender header and a message type", () => {
  const pattern = new RegExp(
    String(at(schemaOf("send", "request"), "properties", "to", "pattern")),
  );
  expect("919876543210").toMatch(pattern);
  for (const wrong of [
    "+919876543210",
    "9876543210",
    "91987654321",
    "9198765432100",
    "929876543210",
  ])
    expect(wrong).not.toMatch(pattern);
  expect(at(schemaOf("send", "request"), "properties", "senderId")).toMatchObject({
    minLength: 6,
    maxLength: 6,
  });
  expect(at(schemaOf("send", "request"), "properties", "type", "enum")).toEqual([
    "transactional",
    "promotional",
  ]);
});

test("a bulk send takes up to 10,000 recipients", () => {
  expect(at(schemaOf("sendBulk", "request"), "properties", "recipients", "maxItems")).toBe(10_000);
});

test("the statuses of a message", () => {
  const statuses = openList(at(schemaOf("getStatus", "200"), "properties", "status"));
  expect(statuses.map(([status]) => status)).toEqual([
    "queued",
    "dispatched",
    "delivered",
    "failed",
    "rejected",
  ]);
  expect(at(schemaOf("getStatus", "200"), "properties", "failReason")).toBeDefined();
});

test("the events, each with a required signature", () => {
  expect(entriesOf(inBundle("webhooks")).map(([event]) => event)).toEqual([
    "sms.queued",
    "sms.dispatched",
    "sms.delivered",
    "sms.failed",
    "sms.rejected",
  ]);
  for (const [, item] of entriesOf(inBundle("webhooks"))) {
    const signature = itemsOf(at(item, "post", "parameters")).map((parameter) => at(parameter));
    expect(signature).toContainEqual(
      expect.objectContaining({ name: "x-gcm-signature", in: "header", required: true }),
    );
  }
});

test("the error codes with their HTTP statuses; every other code is marked as an extension", () => {
  const catalogue = openList(
    at(schemaOf("send", "422"), "properties", "error", "properties", "code"),
  );
  const fromGuide = catalogue
    .filter(([, facts]) => at(facts, "x-gcm-origin") === undefined)
    .map(([code, facts]) => [at(facts, "status"), code]);
  expect(fromGuide).toEqual([
    [400, "INVALID_NUMBER"],
    [400, "MISSING_FIELD"],
    [401, "INVALID_API_KEY"],
    [403, "ROUTE_FORBIDDEN"],
    [422, "TEMPLATE_MISMATCH"],
    [422, "SENDER_NOT_REGISTERED"],
    [429, "RATE_LIMIT_EXCEEDED"],
    [500, "GATEWAY_ERROR"],
  ]);
});

test("the plans with their limits", () => {
  const plans = openList(at(schemaOf("getBalance", "200"), "properties", "plan"));
  const limits = plans.map(([plan, facts]) => [
    plan,
    at(facts, "requestsPerSecond"),
    at(facts, "requestsPerSecondIsMinimum") ?? false,
    at(facts, "recipientsPerRequest"),
  ]);
  expect(limits).toEqual([
    ["Starter", 10, false, 1000],
    ["Growth", 100, false, 5000],
    ["Enterprise", 500, true, 10_000],
  ]);
});

test("every operation answers 429 with Retry-After in seconds, and plain HTTP with 301", () => {
  for (const { node, key } of operations.filter((one) => one.key.startsWith("/"))) {
    expect(at(node, "responses", "429", "headers", "Retry-After", "required"), key).toBe(true);
    expect(at(node, "responses", "429", "headers", "Retry-After", "schema", "type"), key).toBe(
      "integer",
    );
    expect(at(node, "responses", "301", "headers", "Location", "required"), key).toBe(true);
  }
});

import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { errorCodes, operations, webhookEvents } from "@getclickmedia/sms-types";
import { describe, expect, test } from "vitest";
import { createVectors } from "./create-vectors.ts";
import { codesAndStatuses } from "./error-examples.ts";
import { vectors as built } from "./index.ts";

const document = await readDocument();
const vectors = createVectors(document);
const kinds: [kind: string, { name: string }[]][] = Object.entries(vectors);

test("the built file holds these vectors, and text that every language can decode", () => {
  expect(built).toEqual(vectors);
  expect(JSON.stringify(built).isWellFormed()).toBe(true);
  expect(JSON.stringify(built)).not.toMatch(/(?<!\\)(\\\\)*\\ud[89a-f]/);
});

describe.each(kinds)("%s", (_, list) => {
  test("has vectors, each with a name of its own", () => {
    expect(list.length).toBeGreaterThan(0);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  });
});

test("there are at least 150 in all", () => {
  expect(kinds.flatMap(([, list]) => list).length).toBeGreaterThanOrEqual(150);
});

const ids = Object.keys(operations);

test("every operation is called, answered, refused and retried", () => {
  for (const list of [vectors.requests, vectors.responses, vectors.errors, vectors.retries]) {
    expect(ids.filter((id) => !list.some(({ operation }) => operation === id))).toEqual([]);
  }
});

test("every request and answer example of the document is a vector", () => {
  for (const { operationId, requestBody, responses } of operationsOf(document)) {
    const bodies = vectors.requests.map(({ body }) => body);
    for (const [, { value }] of examplesOf(requestBody)) {
      expect(bodies).toContain(JSON.stringify(value));
    }
    const answers = [...vectors.responses, ...vectors.errors]
      .filter(({ operation }) => operation === operationId)
      .map(({ status, body }) => `${status} ${body}`);
    for (const [status, response] of Object.entries(responses)) {
      for (const [, { value }] of examplesOf(response)) {
        expect(answers).toContain(`${status} ${JSON.stringify(value)}`);
      }
    }
  }
});

test("every documented code is there with each of its statuses", () => {
  const errors = vectors.errors.map(({ error }) => `${error.code} ${error.status}`);
  const retries = vectors.retries.map(({ name }) => name);
  for (const [code, status] of codesAndStatuses()) {
    expect(errors).toContain(`${code} ${status}`);
    expect(retries).toContain(`send after ${status} ${code}`);
    expect(retries).toContain(`getStatus after ${status} ${code}`);
  }
  expect(codesAndStatuses().map(([code]) => code)).toEqual(
    expect.arrayContaining(Object.keys(errorCodes)),
  );
});

test("every event is signed", () => {
  for (const event of Object.keys(webhookEvents)) {
    const signed = vectors.signatures.filter(({ body }) => body?.startsWith(`{"event":"${event}"`));
    expect(signed.some(({ valid }) => valid)).toBe(true);
  }
});

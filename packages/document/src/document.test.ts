import { expect, test } from "vitest";
import {
  apiKeyScheme,
  errorCatalogue,
  maxBodyBytes,
  needsKey,
  operationsOf,
  type Parameter,
  signatureHeader,
} from "./document.ts";
import { readDocument } from "./read-document.ts";

const document = await readDocument();

test("the key's header and prefixes are found, and a document without them is refused", () => {
  const { name, "x-gcm-key-prefixes": prefixes } = apiKeyScheme(document);
  expect(document.components.securitySchemes).toEqual({
    ApiKey: expect.objectContaining({ name, "x-gcm-key-prefixes": prefixes }),
  });
  const without = { ...document, components: { schemas: {}, securitySchemes: {} } };
  expect(() => apiKeyScheme(without)).toThrow("The document has no security scheme.");
});

test("an operation needs a key unless its security, or else the document's, is an empty list", () => {
  const [operation] = operationsOf(document);
  if (!operation) throw new Error("The document has no operation.");
  const open = { ...document, security: [] };
  const { security: _, ...silent } = document;
  expect(needsKey(document, operation)).toBe(true);
  expect(needsKey(silent, operation)).toBe(true);
  expect(needsKey(open, operation)).toBe(false);
  expect(needsKey(document, { ...operation, security: [] })).toBe(false);
  expect(needsKey(open, { ...operation, security: [{ ApiKey: [] }] })).toBe(true);
});

test("the error catalogue has a status for every code, and may be absent", () => {
  const statuses = Object.values(errorCatalogue(document)).map(({ status }) => status);
  expect(statuses.length).toBeGreaterThan(0);
  expect(statuses.every((status) => status >= 400)).toBe(true);
  const without = { ...document, components: { schemas: {}, securitySchemes: {} } };
  expect(errorCatalogue(without)).toEqual({});
});

test("an operation with a body states how large it may be, one without states nothing", () => {
  for (const operation of operationsOf(document)) {
    expect(maxBodyBytes(operation) !== undefined).toBe(operation.requestBody !== undefined);
  }
});

test("every webhook has its signature header, and a parameter without a secret is none", () => {
  for (const { post } of Object.values(document.webhooks)) {
    expect(signatureHeader(post)).toMatchObject({ in: "header", required: true });
    const { "x-gcm-example-secret": _, ...unmarked } = signatureHeader(post) ?? {};
    expect(signatureHeader({ ...post, parameters: [unmarked as Parameter] })).toBeUndefined();
  }
});

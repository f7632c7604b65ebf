import {
  type ApiDocument,
  apiKeyScheme,
  operationsOf,
  type Response,
  readDocument,
  type Schema,
} from "@getclickmedia/sms-document";
import { baseUrl, errorCodes, keyPrefixes, operations } from "@getclickmedia/sms-types";
import { beforeEach, describe, expect, test } from "vitest";
import { keyHeader } from "../generated/constants.ts";
import { readBundle } from "./bundle.ts";

const original = await readDocument();
let document: ApiDocument;
beforeEach(() => {
  document = structuredClone(original);
});

/** An operation of the document as it may be changed. */
function operation(id: string): Record<string, unknown> {
  const [found] = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .filter((each) => "operationId" in each && each.operationId === id);
  return found as unknown as Record<string, unknown>;
}

describe("the bundle", () => {
  test("has the address, the header of the key in lower case, and the prefixes of keys", () => {
    apiKeyScheme(document).name = keyHeader.toUpperCase();
    expect(readBundle(document)).toMatchObject({
      baseUrl,
      keyHeader,
      keyPrefixes: { gcm_live_: { environment: keyPrefixes.gcm_live_.environment } },
      errorCodes: { GATEWAY_ERROR: { status: errorCodes.GATEWAY_ERROR.status, retryable: true } },
    });
  });

  test("has every operation with its method, path and schemas", () => {
    const { operations: bundled } = readBundle(document);
    expect(bundled.map(({ operationId, method, path }) => ({ operationId, method, path }))).toEqual(
      Object.values(operations).map(({ name, method, path }) => ({
        operationId: name,
        method,
        path,
      })),
    );
    expect(bundled.find(({ operationId }) => operationId === "send")).toMatchObject({
      summary: operations.send.description,
      request: "SendRequest",
      response: "SendResponse",
    });
    expect(bundled.find(({ operationId }) => operationId === "getBalance")).toMatchObject({
      request: undefined,
      response: "BalanceResponse",
    });
  });

  test("tells of each error what it means there: a response for one code, else the catalogue", () => {
    const { responses } = operation("getBatch") as { responses: Record<string, Response> };
    const says = (code: string) =>
      readBundle(document)
        .operations.find(({ operationId }) => operationId === "getBatch")
        ?.errors.find(([each]) => each === code)?.[1];
    Object.assign(responses["404"] ?? {}, { description: "Nothing there.\n" });
    expect(says("NOT_FOUND")).toBe("Nothing there.");

    const [content] = Object.values(responses["404"]?.content ?? {});
    const other = { value: { error: { code: "ROUTE_FORBIDDEN", message: "" } } };
    Object.assign(content?.examples ?? {}, { other });
    expect(says("NOT_FOUND")).toBe(errorCodes.NOT_FOUND.description);
  });

  test("tells of a code that comes with several responses what it means in each", () => {
    const { responses } = operation("send") as { responses: Record<string, Response> };
    Object.assign(responses["400"] ?? {}, { description: "Not used, since it has several codes." });
    const errors = readBundle(document).operations.find(
      ({ operationId }) => operationId === "send",
    )?.errors;
    const [, text] = errors?.find(([code]) => code === "INVALID_REQUEST") ?? [];
    expect(text).toMatch(
      new RegExp(`^${errorCodes.INVALID_REQUEST.description.replaceAll(".", "\\.")} .+`),
    );
    expect(text).not.toContain("Not used");
    expect(new Set(errors?.map(([code]) => code)).size).toBe(errors?.length);
  });

  test("has no error where a response has an example without one", () => {
    const errors = readBundle(document).operations.map(({ errors }) =>
      errors.map(([code]) => code),
    );
    expect(new Set(errors.flat())).toEqual(new Set(Object.keys(errorCodes)));
  });
});

describe("a document without a part is refused by the name of that part", () => {
  test("no server", () => {
    document.servers = [];
    expect(() => readBundle(document)).toThrow("The document has no server.");
  });

  test("no security scheme", () => {
    document.components.securitySchemes = {};
    expect(() => readBundle(document)).toThrow("The document has no security scheme.");
  });

  test("no key prefixes", () => {
    Reflect.deleteProperty(apiKeyScheme(document), "x-gcm-key-prefixes");
    expect(() => readBundle(document)).toThrow(
      "The document has no key prefixes in its security scheme.",
    );
  });

  test("no error codes", () => {
    delete document.components.schemas.ErrorCode;
    expect(() => readBundle(document)).toThrow("The document has no error codes in ErrorCode.");
  });

  test.each(["summary", "description"])("an operation without a %s", (part) => {
    for (const id of ["send", "getBalance"]) {
      document = structuredClone(original);
      delete operation(id)[part];
      expect(() => readBundle(document)).toThrow(
        `${id} needs a summary, a description and a 200 answer with a schema.`,
      );
    }
  });

  test("an operation without a 200 answer, or without a schema that has a name", () => {
    const { responses } = operation("getBatch") as { responses: Record<string, Response> };
    const [content] = Object.values(responses["200"]?.content ?? {});
    Object.assign(content ?? {}, { schema: { type: "object" } satisfies Schema });
    expect(() => readBundle(document)).toThrow(
      "getBatch needs a summary, a description and a 200 answer",
    );
    delete responses["200"];
    expect(() => readBundle(document)).toThrow(
      "getBatch needs a summary, a description and a 200 answer",
    );
  });

  test("a request body without a schema that has a name", () => {
    const { requestBody } = operation("send") as { requestBody: { content: object } };
    requestBody.content = { "application/json": { schema: { type: "object" } } };
    expect(() => readBundle(document)).toThrow(
      "send needs a schema with a name for its request body.",
    );
  });
});

test("the document itself is not changed", () => {
  readBundle(document);
  expect(document).toEqual(original);
  expect(operationsOf(document)).toHaveLength(Object.keys(operations).length);
});

import {
  type ApiDocument,
  type Response,
  readDocument,
  type Schema,
} from "@getclickmedia/sms-document";
import { errorCodes, operations } from "@getclickmedia/sms-types";
import { beforeEach, describe, expect, test } from "vitest";
import { readErrors } from "./errors.ts";
import type { OperationModel } from "./model.ts";
import { readOperations } from "./operations.ts";

const original = await readDocument();
let document: ApiDocument;
beforeEach(() => {
  document = structuredClone(original);
});

const read = () => readOperations(document, readErrors(document));

function model(id: string): OperationModel {
  const found = read().find((operation) => operation.id === id);
  return found ?? expect.fail(`There is no ${id}.`);
}

/** An operation of the document as it may be changed. */
function operation(id: string): Record<string, unknown> {
  const [found] = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .filter((each) => "operationId" in each && each.operationId === id);
  return found as unknown as Record<string, unknown>;
}

describe("the operations", () => {
  test("have their methods, paths, parameters and objects", () => {
    expect(read().map(({ id, method, path }) => ({ id, method, path }))).toEqual(
      Object.values(operations).map(({ name: id, method, path }) => ({ id, method, path })),
    );
    expect(model("send")).toMatchObject({
      summary: operations.send.description,
      request: "SendRequest",
      response: "SendResponse",
      parameters: [],
    });
    expect(model("getBatch")).toMatchObject({
      request: undefined,
      response: "BatchStatusResponse",
      parameters: ["batchId"],
    });
  });

  test("that send are proven by the id that they answer, and no others are", () => {
    const proofs = read().map(({ id, proof }) => [id, proof]);
    expect(Object.fromEntries(proofs)).toMatchObject({
      send: "messageId",
      sendBulk: "batchId",
      getStatus: undefined,
    });
    Object.assign(document.components.schemas.SendResponse ?? {}, { required: ["to"] });
    expect(read).toThrow("send needs a required id in its 200 answer.");
  });

  test("tell of each error what it means there: a response for one code, else the catalogue", () => {
    const { responses } = operation("getBatch") as { responses: Record<string, Response> };
    const says = (code: string) => model("getBatch").errors.find(([each]) => each === code)?.[1];
    Object.assign(responses["404"] ?? {}, { description: "Nothing there.\n" });
    expect(says("NOT_FOUND")).toBe("Nothing there.");

    const [content] = Object.values(responses["404"]?.content ?? {});
    const other = { value: { error: { code: "ROUTE_FORBIDDEN", message: "" } } };
    Object.assign(content?.examples ?? {}, { other });
    expect(says("NOT_FOUND")).toBe(errorCodes.NOT_FOUND.description);
  });

  test("tell of a code that comes with several responses what it means in each", () => {
    const { responses } = operation("send") as { responses: Record<string, Response> };
    Object.assign(responses["400"] ?? {}, { description: "Not used, since it has several codes." });
    const { errors } = model("send");
    const [, text] = errors.find(([code]) => code === "INVALID_REQUEST") ?? [];
    expect(text).toMatch(
      new RegExp(`^${errorCodes.INVALID_REQUEST.description.replaceAll(".", "\\.")} .+`),
    );
    expect(text).not.toContain("Not used");
    expect(new Set(errors.map(([code]) => code)).size).toBe(errors.length);
  });

  test("have no error where a response has an example without one", () => {
    const codes = read().flatMap(({ errors }) => errors.map(([code]) => code));
    expect(new Set(codes)).toEqual(new Set(Object.keys(errorCodes)));
  });
});

describe("a document that no SDK could be made of is refused by the name of its part", () => {
  test.each(["summary", "description"])("an operation without a %s", (part) => {
    for (const id of ["send", "getBalance"]) {
      document = structuredClone(original);
      delete operation(id)[part];
      expect(read).toThrow(`${id} needs a summary, a description and a 200 answer with a schema.`);
    }
  });

  test("an operation without a 200 answer, or without a schema that has a name", () => {
    const { responses } = operation("getBatch") as { responses: Record<string, Response> };
    const [content] = Object.values(responses["200"]?.content ?? {});
    Object.assign(content ?? {}, { schema: { type: "object" } satisfies Schema });
    expect(read).toThrow("getBatch needs a summary, a description and a 200 answer");
    delete responses["200"];
    expect(read).toThrow("getBatch needs a summary, a description and a 200 answer");
  });

  test("a parameter that is not in the path", () => {
    const parameters = [{ name: "limit", in: "query", schema: { type: "integer" } }];
    Object.assign(operation("getBalance"), { parameters });
    expect(read).toThrow("getBalance has the query parameter limit, which no SDK can send yet");
  });

  test("a request body without a schema that has a name", () => {
    const { requestBody } = operation("send") as { requestBody: { content: object } };
    requestBody.content = { "application/json": { schema: { type: "object" } } };
    expect(read).toThrow("send needs a schema with a name for its request body.");
  });
});

test("the document itself is not changed", () => {
  read();
  expect(document).toEqual(original);
});

import { type ApiDocument, readDocument, type Schema } from "@getclickmedia/sms-document";
import { beforeEach, describe, expect, test } from "vitest";
import { readObjects } from "./objects.ts";

const original = await readDocument();
let document: ApiDocument;
beforeEach(() => {
  document = structuredClone(original);
});

/** What is read of an object with one field of a schema. */
function fieldOf(schema: Schema) {
  document.components.schemas.Sample = { type: "object", properties: { field: schema } };
  const { objects, enums } = readObjects(["Sample"], document);
  return { field: objects.at(-1)?.fields[0], objects, enums };
}

const component = (name: string) => document.components.schemas[name] ?? expect.fail(name);

describe("the type of a field", () => {
  test.each([
    [{ type: "string" }, { kind: "string" }],
    [{ type: "integer", format: "int64" }, { kind: "integer" }],
    [{ type: "number" }, { kind: "number" }],
    [{ type: "boolean" }, { kind: "boolean" }],
    [{ type: "string", format: "date-time" }, { kind: "dateTime" }],
    [{ type: "string", format: "date" }, { kind: "date" }],
    [
      { type: "string", const: "sms.queued" },
      { kind: "constant", value: "sms.queued" },
    ],
    [
      { type: "boolean", const: true },
      { kind: "constant", value: true },
    ],
    [
      { type: "array", items: { type: "array", items: { type: "string" } } },
      { kind: "list", items: { kind: "list", items: { kind: "string" } } },
    ],
  ])("of %j", (schema, type) => {
    expect(fieldOf(schema).field?.type).toEqual(type);
  });

  test.each([
    [{ type: "object" }, "Sample.field is an object without a name"],
    [{ type: ["string", "integer"] }, "Sample.field has a type that no SDK can have yet"],
    [{ oneOf: [] }, "Sample.field has a type that no SDK can have yet"],
    [{ type: "array" }, "Sample.field has a type that no SDK can have yet"],
    [{ type: "string", enum: ["a"] }, "An enumeration needs a name"],
  ])("of %j is refused by its name", (schema, message) => {
    expect(() => fieldOf(schema)).toThrow(message);
  });

  test("of a named object is its name, and the object comes before", () => {
    document.components.schemas.Inner = { type: "object", description: "Within.\n" };
    const { field, objects } = fieldOf(document.components.schemas.Inner);
    expect(field?.type).toEqual({ kind: "object", name: "Inner" });
    expect(objects.map(({ name }) => name)).toEqual(["Inner", "Sample"]);
    expect(objects[0]?.description).toBe("Within.");
  });

  test("of an enumeration is its name, also where the field describes it anew", () => {
    const status = component("MessageStatus");
    const { field, enums } = fieldOf({ ...status, description: "Another text." });
    expect(field).toMatchObject({
      type: { kind: "enum", name: "MessageStatus" },
      description: "Another text.",
    });
    expect(enums).toEqual([
      {
        name: "MessageStatus",
        description: String(status.description).trim(),
        open: true,
        values: Object.entries(status["x-extensible-enum"] as object).map(([value, of]) => ({
          value,
          description: of.description,
        })),
      },
    ]);
  });

  test("of a closed enumeration has its values as they are described", () => {
    const type = component("MessageType");
    expect(fieldOf(type).enums).toEqual([
      expect.objectContaining({
        open: false,
        values: (type.enum as string[]).map((value) => ({
          value,
          description: (type["x-enumDescriptions"] as Record<string, string>)[value],
        })),
      }),
    ]);
  });
});

test("a field is required or not, and nullable or not", () => {
  document.components.schemas.Sample = {
    type: "object",
    required: ["a"],
    properties: { a: { type: ["string", "null"] }, b: { type: "string" } },
  };
  const { objects } = readObjects(["Sample", "Sample"], document);
  expect(objects).toHaveLength(1);
  expect(objects[0]?.fields).toMatchObject([
    { name: "a", required: true, nullable: true, description: "" },
    { name: "b", required: false, nullable: false },
  ]);
});

test("an object that is not there is named", () => {
  expect(() => readObjects(["Missing"], document)).toThrow("The document has no schema Missing.");
});

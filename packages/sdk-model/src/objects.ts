import type { ApiDocument, Schema } from "@getclickmedia/sms-document";
import { readEnum } from "./enums.ts";
import type { EnumModel, FieldModel, FieldType, ObjectModel } from "./model.ts";
import { present } from "./present.ts";
import { nameOf } from "./schema-name.ts";

/**
 * Reads the objects of these names, those that are in their fields, and the enumerations that they have.
 * @throws Error that names a field whose type no SDK could have.
 */
export function readObjects(
  names: string[],
  { components: { schemas } }: ApiDocument,
): { objects: ObjectModel[]; enums: EnumModel[] } {
  const objects = new Map<string, ObjectModel>();
  const enums = new Map<string, EnumModel>();

  const read = (name: string) => {
    if (objects.has(name)) return;
    const schema = present(schemas[name], `schema ${name}`) as Schema & {
      required?: string[];
      properties?: Record<string, Schema>;
    };
    const { description = "", required = [], properties = {} } = schema;
    const fields = Object.entries(properties).map(
      ([field, of]): FieldModel => ({
        name: field,
        type: typeOf(of, `${name}.${field}`),
        required: required.includes(field),
        nullable: typesOf(of).includes("null"),
        description: String(of.description ?? "").trim(),
      }),
    );
    objects.set(name, { name, description: String(description).trim(), fields });
  };

  const typeOf = (schema: Schema, where: string): FieldType => {
    const enumeration = readEnum(schema, schemas);
    if (enumeration) {
      enums.set(enumeration.name, enumeration);
      return { kind: "enum", name: enumeration.name };
    }
    const { const: constant, format } = schema;
    if (typeof constant === "string" || typeof constant === "boolean")
      return { kind: "constant", value: constant };
    const [type, ...others] = typesOf(schema).filter((each) => each !== "null");
    if (type === "object") {
      const name = nameOf(schema, schemas);
      if (!name)
        throw new Error(`${where} is an object without a name: make it a schema in spec/.`);
      read(name);
      return { kind: "object", name };
    }
    if (type === "array" && schema.items)
      return { kind: "list", items: typeOf(schema.items as Schema, where) };
    if (type === "string" && format === "date-time") return { kind: "dateTime" };
    if (type === "string" && format === "date") return { kind: "date" };
    if (isPlain(type) && others.length === 0) return { kind: type };
    throw new Error(
      `${where} has a type that no SDK can have yet: teach it in sdk-model/src/objects.ts.`,
    );
  };

  for (const name of names) read(name);
  return { objects: [...objects.values()], enums: [...enums.values()] };
}

const plain = ["string", "integer", "number", "boolean"] as const;

function isPlain(type: unknown): type is (typeof plain)[number] {
  return (plain as readonly unknown[]).includes(type);
}

function typesOf({ type }: Schema): unknown[] {
  return [type].flat();
}

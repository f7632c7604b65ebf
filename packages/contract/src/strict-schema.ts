import type { Schema } from "@getclickmedia/sms-document";

/**
 * The schema that a server of this very version must keep to: what the document leaves open for
 * readers - values of an `x-extensible-enum`, further properties - is closed.
 */
export function strictSchema(schema: Schema): Schema {
  const closed = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, strictValue(keyword, value)]),
  );
  const known = schema["x-extensible-enum"];
  if (isSchema(known)) closed.enum = Object.keys(known);
  if (isSchema(schema.properties)) closed.additionalProperties = false;
  return closed;
}

function strictValue(keyword: string, value: unknown): unknown {
  if (keyword === "properties" && isSchema(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, property]) => [name, strictSchema(property as Schema)]),
    );
  }
  if (keyword === "items" && isSchema(value)) return strictSchema(value);
  if (["allOf", "anyOf", "oneOf"].includes(keyword) && Array.isArray(value)) {
    return value.map(strictSchema);
  }
  return value;
}

function isSchema(value: unknown): value is Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

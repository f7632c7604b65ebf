import type { Schema } from "@getclickmedia/sms-document";
import type { EnumModel } from "./model.ts";
import { present } from "./present.ts";

/** The known values of an open enumeration, each with what the document says of it. */
export function knownValues(
  name: string,
  schemas: Record<string, Schema>,
): [value: string, facts: Record<string, unknown>][] {
  const values = present(schemas[name]?.["x-extensible-enum"], `values in ${name}`);
  return Object.entries(values as Record<string, Record<string, unknown>>);
}

/**
 * The enumeration that a schema is of, unless it is of none.
 * @throws Error when it is one without a name, which no type could be made of.
 */
export function readEnum(schema: Schema, schemas: Record<string, Schema>): EnumModel | undefined {
  const values = valuesOf(schema);
  if (!values) return undefined;
  // A description beside a `$ref` makes another schema of it, whose values are the same ones.
  const [name, named] = Object.entries(schemas).find(([, each]) => valuesOf(each) === values) ?? [];
  if (!name || !named)
    throw new Error("An enumeration needs a name: make it a schema of its own in spec/.");
  const descriptions = (named["x-enumDescriptions"] ?? {}) as Record<string, string>;
  return {
    name,
    description: String(named.description ?? "").trim(),
    open: !Array.isArray(values),
    values: Array.isArray(values)
      ? values.map((value) => ({ value, description: descriptions[value] ?? "" }))
      : Object.entries(values).map(([value, { description = "" }]) => ({ value, description })),
  };
}

type Values = string[] | Record<string, { description?: string }>;

function valuesOf(schema: Schema): Values | undefined {
  return (schema["x-extensible-enum"] ?? schema.enum) as Values | undefined;
}

import type { Body, Schema } from "@getclickmedia/sms-document";

/** The name of the schema of a body, unless it has none. */
export function schemaName(
  body: Partial<Body> | undefined,
  schemas: Record<string, Schema>,
): string | undefined {
  const [content] = Object.values(body?.content ?? {});
  return nameOf(content?.schema, schemas);
}

/** The name of a schema. Dereferencing keeps one object for one component, so it is found by identity. */
export function nameOf(
  schema: Schema | undefined,
  schemas: Record<string, Schema>,
): string | undefined {
  return Object.keys(schemas).find((name) => schemas[name] === schema);
}

import type { Schema } from "@getclickmedia/sms-document";

/** What a schema says of a value, and not to a person. Each means the same in 2020-12 and in draft-07. */
const keywords = new Set([
  ...["type", "enum", "const", "format", "pattern", "minLength", "maxLength"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["items", "minItems", "maxItems", "uniqueItems"],
  ...["properties", "required", "additionalProperties", "minProperties", "maxProperties"],
  ...["allOf", "anyOf", "oneOf", "not"],
]);
const annotations = new Set([
  "title",
  "description",
  "default",
  "examples",
  "example",
  "deprecated",
]);
const wording = /^x-/;

/** The formats that Ajv 6 knows; it refuses a schema with any other, as with OpenAPI's int32. */
const formats = new Set(["date", "date-time", "time", "uri", "email", "uuid", "ipv4", "ipv6"]);

/**
 * A schema of the document (JSON Schema 2020-12, references resolved) as draft-07, which is what
 * `pm.response.to.have.jsonSchema` understands: the sandbox of Postman and newman has Ajv 6.
 * @throws Error for a keyword that draft-07 does not have, because Ajv 6 would pass over it in silence.
 */
export function draft7Schema(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (annotations.has(keyword) || wording.test(keyword)) return [];
      if (keyword === "format" && !formats.has(String(value))) return [];
      if (!keywords.has(keyword)) {
        throw new Error(
          `The schema keyword ${keyword} is not known here. Say in draft-7-schema.ts what it is in draft-07.`,
        );
      }
      return [[keyword, converted(keyword, value)]];
    }),
  );
}

function converted(keyword: string, value: unknown): unknown {
  if (keyword === "properties") {
    const properties = Object.entries(value as Record<string, Schema>);
    return Object.fromEntries(properties.map(([name, each]) => [name, draft7Schema(each)]));
  }
  if (["allOf", "anyOf", "oneOf"].includes(keyword)) return (value as Schema[]).map(draft7Schema);
  const isSchema = ["items", "not", "additionalProperties"].includes(keyword);
  return isSchema && typeof value === "object" ? draft7Schema(value as Schema) : value;
}

// Checks every schema, nested ones too, so that generated validators refuse what a server would:
// - it has a type
// - a string has a maxLength, and a pattern, a format or a minLength, unless it is a const or an enum
// - an integer or number has a minimum, a maximum and a format, unless it is a const or an enum
// - an array has items and maxItems
import schemas, { schemaName } from "../document/schemas.ts";
import { items, type Mapping } from "../document/value.ts";
import type { Finding } from "../finding.ts";

const COMPOSED = ["allOf", "anyOf", "oneOf"];

export default function schemaBounded(api: unknown): Finding[] {
  return schemas(api).flatMap(({ node, path }) =>
    missingBounds(node).map((missing) => ({
      message: `${schemaName(path)} has no ${missing}. Add it.`,
      path,
    })),
  );
}

function missingBounds(schema: Mapping): string[] {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (schema.type === undefined)
    return COMPOSED.some((keyword) => keyword in schema) ? [] : ["type"];
  const fixed = schema.const !== undefined || items(schema.enum).length > 0;
  return [
    ...(types.includes("string") && !fixed ? missingForString(schema) : []),
    ...((types.includes("integer") || types.includes("number")) && !fixed
      ? missing(schema, ["minimum", "maximum", "format"])
      : []),
    ...(types.includes("array") ? missing(schema, ["items", "maxItems"]) : []),
  ];
}

function missingForString(schema: Mapping): string[] {
  const shaped = ["pattern", "format", "minLength"].some(
    (keyword) => schema[keyword] !== undefined,
  );
  return [...missing(schema, ["maxLength"]), ...(shaped ? [] : ["pattern, format or minLength"])];
}

function missing(schema: Mapping, keywords: string[]): string[] {
  return keywords.filter((keyword) => schema[keyword] === undefined);
}

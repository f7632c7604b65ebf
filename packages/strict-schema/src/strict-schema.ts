/** A JSON Schema of 2020-12, with the extension keywords that OpenAPI documents carry. */
export type Schema = { [keyword: string]: unknown };

const schemaMaps = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
const branches = new Set(["allOf", "anyOf", "oneOf"]);
const schemaLists = new Set(["prefixItems"]);
const singleSchemas = new Set(["items", "contains", "additionalProperties", "propertyNames"]);

/**
 * A copy of a dereferenced schema for checking the one who writes: a server, or an example. What the
 * schema leaves open for readers, so that the API can grow, is closed: undeclared properties are
 * refused, and so is a string that its `x-extensible-enum` does not have.
 */
export function strictSchema(schema: Schema): Schema {
  return closed(schema, true);
}

/** @param whole whether this is a whole schema; the branches of one see each other's properties. */
function closed(schema: Schema, whole: boolean): Schema {
  const strict: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!keyword.startsWith("x-")) strict[keyword] = closedValue(keyword, value);
  }
  const known = knownValues(schema["x-extensible-enum"]);
  if (known) strict.enum = [...known, ...nullOf(schema)];
  if (whole && describesObject(strict) && !isSchema(strict.additionalProperties)) {
    delete strict.additionalProperties;
    strict.unevaluatedProperties = false;
  }
  return strict;
}

function closedValue(keyword: string, value: unknown): unknown {
  const each = (whole: boolean) => (child: unknown) =>
    isSchema(child) ? closed(child, whole) : child;
  if (schemaMaps.has(keyword) && isSchema(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, child]) => [name, each(true)(child)]));
  }
  if (branches.has(keyword) && Array.isArray(value)) return value.map(each(false));
  if (schemaLists.has(keyword) && Array.isArray(value)) return value.map(each(true));
  return singleSchemas.has(keyword) ? each(true)(value) : value;
}

/** The values of an open list, which is a list of them or a map from each to what is known of it. */
function knownValues(list: unknown): unknown[] | undefined {
  if (Array.isArray(list)) return list;
  return isSchema(list) ? Object.keys(list) : undefined;
}

function nullOf({ type }: Schema): null[] {
  return Array.isArray(type) && type.includes("null") ? [null] : [];
}

function describesObject({ type, properties }: Schema): boolean {
  return [type].flat().includes("object") || properties !== undefined;
}

function isSchema(value: unknown): value is Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

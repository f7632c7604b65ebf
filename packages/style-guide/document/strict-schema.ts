import { openList } from "./open-lists.ts";
import { SCHEMA_LISTS, SCHEMA_MAPS, SCHEMA_SINGLES } from "./schemas.ts";
import { entries, isMapping, items, type Mapping } from "./value.ts";

/** Keywords of OpenAPI that are not JSON Schema; Ajv in strict mode refuses them. */
const OPENAPI_ONLY = new Set(["discriminator", "xml", "externalDocs", "example"]);

/**
 * A copy of a schema that refuses what a reader would let pass: properties that are not declared, and
 * values that an open list does not have. Readers tolerate both so that the API can grow; an example
 * with either is a mistake.
 */
export default function strictSchema(schema: unknown, outermost = true): unknown {
  if (!isMapping(schema)) return schema;
  const strict: Mapping = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword.startsWith("x-") || OPENAPI_ONLY.has(keyword)) continue;
    if (SCHEMA_MAPS.includes(keyword))
      strict[keyword] = Object.fromEntries(
        entries(value).map(([name, child]) => [name, strictSchema(child)]),
      );
    else if (SCHEMA_LISTS.includes(keyword))
      // The branches of a composition see each other's properties, so only the whole can be closed.
      strict[keyword] = items(value).map((child) => strictSchema(child, keyword === "prefixItems"));
    else if (keyword === "not" || keyword === "if") strict[keyword] = value;
    else if (SCHEMA_SINGLES.includes(keyword)) strict[keyword] = strictSchema(value);
    else strict[keyword] = value;
  }
  closeList(schema, strict);
  if (outermost && describesObject(strict)) {
    if (strict.additionalProperties === true) delete strict.additionalProperties;
    strict.unevaluatedProperties = false;
  }
  return strict;
}

function closeList(schema: Mapping, strict: Mapping): void {
  const list = openList(schema, []);
  if (list === undefined || strict.enum !== undefined) return;
  const nullable = items(schema.type).includes("null");
  strict.enum = nullable ? [...list.values.keys(), null] : [...list.values.keys()];
}

function describesObject(schema: Mapping): boolean {
  return (
    schema.type === "object" ||
    items(schema.type).includes("object") ||
    schema.properties !== undefined
  );
}

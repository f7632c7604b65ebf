import type { Path } from "../finding.ts";
import operations, { headers, type Located, responses } from "./operations.ts";
import payloads from "./payloads.ts";
import { at, entries, isMapping, items, type Mapping } from "./value.ts";

export interface Schema {
  node: Mapping;
  path: Path;
  /** Who writes the values: the caller (`request`, `parameter`) or the API (`response`, `webhook`, `header`). */
  use: "request" | "parameter" | "response" | "webhook" | "header" | "component";
}

const SCHEMA_MAPS = ["properties", "patternProperties", "$defs", "dependentSchemas"];
const SCHEMA_LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const SCHEMA_SINGLES = [
  "items",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "contains",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
];

const USES = {
  request: "request",
  success: "response",
  error: "response",
  webhook: "webhook",
} as const;

/** Every schema of the description, nested ones too, once for each use. */
export default function schemas(api: unknown): Schema[] {
  const found: Schema[] = [];
  const seen = new Map<Schema["use"], WeakSet<object>>();

  function collect(node: unknown, path: Path, use: Schema["use"]): void {
    const visited = seen.get(use) ?? new WeakSet();
    seen.set(use, visited);
    // A `$ref` that is left leads nowhere or in a circle: Spectral reports the one and has visited the other.
    if (!isMapping(node) || node.$ref !== undefined || visited.has(node)) return;
    visited.add(node);
    found.push({ node, path, use });
    for (const key of SCHEMA_SINGLES) collect(node[key], [...path, key], use);
    for (const key of SCHEMA_MAPS)
      for (const [name, child] of entries(node[key])) collect(child, [...path, key, name], use);
    for (const key of SCHEMA_LISTS)
      for (const [index, child] of items(node[key]).entries())
        collect(child, [...path, key, index], use);
  }

  for (const { kind, media, path } of payloads(api))
    collect(media.schema, [...path, "schema"], USES[kind]);
  for (const { node, path } of parameters(api))
    collect(node.schema, [...path, "schema"], "parameter");
  for (const { node, path } of responseHeaders(api))
    collect(node.schema, [...path, "schema"], "header");
  for (const [name, node] of entries(at(api, "components", "schemas")))
    collect(node, ["components", "schemas", name], "component");
  return found;
}

/** How messages name a schema: by the name it has under `properties` or `components`, if it has one. */
export function schemaName(path: Path): string {
  const holder = path.at(-2);
  if (holder === "properties") return `The property ${path.at(-1)}`;
  if (holder === "schemas") return `The schema ${path.at(-1)}`;
  return "This schema";
}

export function parameters(api: unknown): (Located & { operation: string })[] {
  return operations(api).flatMap((operation) =>
    operation.parameters.map((parameter) => ({ ...parameter, operation: operation.name })),
  );
}

export function responseHeaders(api: unknown): (Located & { name: string; response: string })[] {
  return operations(api).flatMap((operation) =>
    responses(operation).flatMap((response) =>
      headers(response).map((header) => ({
        ...header,
        response: `${response.status} response`,
      })),
    ),
  );
}

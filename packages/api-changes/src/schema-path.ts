import { keysOf } from "./json.ts";

/** What holds parts by names that somebody gave, one of which may be `schema`. */
const parts = new Set(["headers", "webhooks", "callbacks", "content", "encoding", "links"]);

/** What holds schemas by names that somebody gave, so that what follows is no keyword. */
const schemas = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

function startOf(keys: readonly string[]): number {
  return keys.findIndex((key, index) => key === "schema" && !parts.has(keys[index - 1] ?? ""));
}

/** Whether a path leads to all that is said of a body, a header or a parameter. */
export function isWholeSchema(path: string): boolean {
  const keys = keysOf(path);
  return keys.length > 0 && startOf(keys) === keys.length - 1;
}

/** The keywords of JSON Schema among the keys of a path that leads into a schema, without the names of fields. */
export function keywordsOf(path: string): string[] {
  const keys = keysOf(path);
  const start = startOf(keys);
  let name = false;
  return (start < 0 ? [] : keys.slice(start + 1)).filter((key) => {
    const keyword = !name;
    name = keyword && schemas.has(key);
    return keyword;
  });
}

import type { Json, JsonObject } from "../../document.ts";

/**
 * A copy of a JSON value in which `change` has been applied to every object, the inner ones first.
 * Values that `change` leaves alone keep their place and order.
 */
export function mapObjects<T>(value: T, change: (object: JsonObject) => JsonObject): T {
  return map(value as Json, change) as T;
}

function map(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => map(item, change));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, map(inner, change)]);
  return change(Object.fromEntries(entries));
}

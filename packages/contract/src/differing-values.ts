import { isDeepStrictEqual } from "node:util";
import type { Schema } from "@getclickmedia/sms-document";

/**
 * The places at which an answer differs from its example, as JSON pointers. Unless `exact`, values
 * whose schema is marked `x-gcm-volatile` (ids, times, wording) may differ.
 */
export function differingValues(
  schema: Schema,
  expected: unknown,
  actual: unknown,
  exact: boolean,
  pointer = "",
): string[] {
  if (!exact && schema["x-gcm-volatile"] === true) return [];
  if (!isObject(expected) || !isObject(actual)) {
    return isDeepStrictEqual(expected, actual) ? [] : [pointer || "/"];
  }
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].flatMap((name) =>
    differingValues(
      properties[name] ?? {},
      expected[name],
      actual[name],
      exact,
      `${pointer}/${name}`,
    ),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

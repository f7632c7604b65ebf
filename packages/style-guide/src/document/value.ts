export type Mapping = Record<string, unknown>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The entries of a mapping; none if the value is not one. */
export function entries(value: unknown): [string, unknown][] {
  return isMapping(value) ? Object.entries(value) : [];
}

/** The items of a list; none if the value is not one. */
export function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value at a path of keys; `undefined` if any step is missing. */
export function at(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((node, key) => (isMapping(node) ? node[key] : undefined), value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

import { readFileSync } from "node:fs";

/** The built description, read as data. */
const bundle: unknown = JSON.parse(
  readFileSync(new URL("../dist/openapi.json", import.meta.url), "utf8"),
);

/** The value at a path of keys in the bundle. A `$ref` on the way is followed. */
export function inBundle(...keys: string[]): unknown {
  return at(bundle, ...keys);
}

/** The value at a path of keys below a node of the bundle. A `$ref` on the way is followed. */
export function at(node: unknown, ...keys: string[]): unknown {
  const target = follow(node);
  const [key, ...rest] = keys;
  if (key === undefined) return target;
  return isMapping(target) ? at(target[key], ...rest) : undefined;
}

/** The entries of a mapping of the bundle. */
export function entriesOf(node: unknown): [string, unknown][] {
  const target = follow(node);
  return isMapping(target) ? Object.entries(target) : [];
}

/** The items of a list of the bundle. */
export function itemsOf(node: unknown): unknown[] {
  const target = follow(node);
  return Array.isArray(target) ? target : [];
}

function follow(node: unknown): unknown {
  const ref = isMapping(node) ? node.$ref : undefined;
  if (typeof ref !== "string") return node;
  return inBundle(...ref.replace("#/", "").split("/"));
}

function isMapping(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

import type { Path } from "../finding.ts";
import { isMapping, type Mapping } from "./value.ts";

/**
 * Visits every mapping of the description, except inside the values of named examples, which are
 * data of the API and not words of the description. What several places share through a `$ref` is
 * visited once.
 */
export default function walk(
  node: unknown,
  visit: (mapping: Mapping, path: Path) => void,
  path: Path = [],
  seen = new WeakSet<object>(),
): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  if (isMapping(node)) {
    visit(node, path);
    for (const [key, child] of Object.entries(node)) {
      if (key === "value" && path.at(-2) === "examples") continue;
      walk(child, visit, [...path, key], seen);
    }
  } else if (Array.isArray(node)) {
    for (const [index, child] of node.entries()) walk(child, visit, [...path, index], seen);
  }
}

// Checks every text of the description, keys and example values included:
// - a live prefix is not followed by key characters, unless all of them are the letter x
// The live prefixes are those that `x-gcm-key-prefixes` of a security scheme puts in the environment
// `live`; the rule reports when there are none, because it could find nothing then. The bare prefix is
// documentation and passes. Comments of the YAML sources are not part of the document: not checked.
import { at, entries, isMapping } from "../document/value.ts";
import type { Finding, Path } from "../finding.ts";

export default function noLiveKey(api: unknown): Finding[] {
  const prefixes = livePrefixes(api);
  if (prefixes.length === 0)
    return [
      {
        message:
          "No security scheme names a live key prefix. Declare it in x-gcm-key-prefixes with `environment: live`.",
        path: ["components", "securitySchemes"],
      },
    ];
  return texts(api)
    .filter(({ text }) => prefixes.some((prefix) => holdsKey(text, prefix)))
    .map(({ path }) => ({
      // The message does not repeat the key: a report is read by more people than the source.
      message:
        "This text holds what looks like a live key. Replace it by the prefix and x's, and revoke the key if it was real.",
      path,
    }));
}

function holdsKey(text: string, prefix: string): boolean {
  return text
    .split(prefix)
    .slice(1)
    .map((rest) => /^[0-9A-Za-z_-]*/.exec(rest)?.[0] ?? "")
    .some((key) => !/^x*$/.test(key));
}

function livePrefixes(api: unknown): string[] {
  return entries(at(api, "components", "securitySchemes")).flatMap(([, scheme]) =>
    entries(at(scheme, "x-gcm-key-prefixes")).flatMap(([prefix, facts]) =>
      at(facts, "environment") === "live" ? prefix : [],
    ),
  );
}

function texts(
  node: unknown,
  path: Path = [],
  seen = new WeakSet<object>(),
): { text: string; path: Path }[] {
  if (typeof node === "string") return [{ text: node, path }];
  if (typeof node !== "object" || node === null || seen.has(node)) return [];
  seen.add(node);
  if (isMapping(node))
    return Object.entries(node).flatMap(([key, child]) => [
      { text: key, path: [...path, key] },
      ...texts(child, [...path, key], seen),
    ]);
  return Array.isArray(node)
    ? node.flatMap((child, index) => texts(child, [...path, index], seen))
    : [];
}

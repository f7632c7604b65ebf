// What the lint cannot see, because it reads the description with every `$ref` resolved.
import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";

const SPEC = fileURLToPath(new URL("..", import.meta.url));
const files = ["openapi.yaml", ...globSync("{paths,webhooks,components}/**/*.yaml", { cwd: SPEC })];

interface Reference {
  file: string;
  target: string;
  siblings: string[];
}

function references(file: string, node: unknown): Reference[] {
  if (typeof node !== "object" || node === null) return [];
  const nested = Object.values(node).flatMap((child) => references(file, child));
  if (!("$ref" in node) || typeof node.$ref !== "string") return nested;
  const target = relative(SPEC, resolve(SPEC, dirname(file), node.$ref));
  return [...nested, { file, target, siblings: Object.keys(node).filter((key) => key !== "$ref") }];
}

const all = files.flatMap((file) =>
  references(file, parse(readFileSync(resolve(SPEC, file), "utf8"))),
);

test("nothing but a description stands beside a $ref", () => {
  const others = all.filter(({ siblings }) => siblings.some((key) => key !== "description"));
  expect(others).toEqual([]);
});

test("every file of the description is referred to", () => {
  const targets = new Set(all.map(({ target }) => target));
  const orphans = files.filter((file) => file !== "openapi.yaml" && !targets.has(file));
  expect(orphans).toEqual([]);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { manifestReport } from "./manifest-report.ts";
import { surfaceChanges } from "./surface-changes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manifest-"));
  return () => rmSync(folder, { recursive: true });
});

const npm = {
  engines: { node: ">=20" },
  exports: { ".": { import: "./a.js", require: "./a.cjs" }, "./package.json": "./package.json" },
  bin: { "gcm-a": "./a.js" },
};

/** The report on a package with these manifests. */
function reportOn(files: Record<string, object | string>): string {
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name), typeof text === "string" ? text : JSON.stringify(text));
  return manifestReport(folder);
}

test("what can be imported and what it runs on is listed", () => {
  expect(reportOn({ "package.json": npm })).toBe(`# What the manifests say

package.json
    required node >=20
    . by import
    . by require
    ./package.json
    program gcm-a
`);
});

test("a manifest that is private to npm promises nothing", () => {
  expect(reportOn({ "package.json": { ...npm, private: true } })).not.toContain("package.json");
});

const python = 'requires-python = ">=3.10"\n';
const php = { require: { php: ">=8.2" } };

test.each([
  [
    "another file of an export",
    { ...npm, exports: { ...npm.exports, "./package.json": "./b" } },
    undefined,
  ],
  ["a new export", { ...npm, exports: { ...npm.exports, "./more": "./more.js" } }, "minor"],
  ["an export that is gone", { ...npm, exports: { ".": npm.exports["."] } }, "major"],
  [
    "a condition that is gone",
    { ...npm, exports: { ...npm.exports, ".": { import: "./a.js" } } },
    "major",
  ],
  ["a program that is gone", { ...npm, bin: {} }, "major"],
  ["another Node", { ...npm, engines: { node: ">=24" } }, "major"],
  ["something more to run on", { ...npm, engines: { ...npm.engines, bun: ">=1" } }, "major"],
])("%s in package.json", (_, changed, needs) => {
  const before = { "m.api.md": reportOn({ "package.json": npm }) };
  const after = { "m.api.md": reportOn({ "package.json": changed }) };
  expect(surfaceChanges(before, after).needs).toBe(needs);
});

test.each([
  ["another Python", "pyproject.toml", python, python.replace("10", "12")],
  ["another PHP", "composer.json", php, { require: { php: ">=8.4" } }],
  ["an extension of PHP", "composer.json", php, { require: { ...php.require, "ext-intl": "*" } }],
])("%s is a major change", (_, name, before, after) => {
  const [one, other] = [before, after].map((text) => ({ "m.api.md": reportOn({ [name]: text }) }));
  expect(surfaceChanges(one ?? {}, other ?? {}).needs).toBe("major");
});

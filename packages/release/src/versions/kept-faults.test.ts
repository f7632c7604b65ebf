import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { copyOfRepository } from "../repository-fixture.ts";
import { root } from "../root.ts";
import { setDocumentVersion } from "./documents.ts";
import { keptFaults } from "./kept-faults.ts";
import { repositoryVersion } from "./version-faults.ts";

let copy: string;
let version: string;
beforeEach(() => {
  copy = copyOfRepository();
  version = repositoryVersion(copy);
  return () => rmSync(copy, { recursive: true });
});

const release = "packages/release/released/release.json";

test("what the last release was is kept in this repository", () => {
  expect(keptFaults(root)).toEqual([]);
});

test.each<[string, () => void, string[]]>([
  [
    "the bundle of the version is gone",
    () => rmSync(join(copy, `spec/releases/${version}.json`)),
    ["spec/releases/"],
  ],
  [
    "the last release is of another version",
    () => writeFileSync(join(copy, release), '{"version":"0.0.1"}'),
    [`${release} says 0.0.1, and`],
  ],
  [
    "the last release states nothing",
    () => writeFileSync(join(copy, release), "{}"),
    [`${release} states no version`],
  ],
  [
    "the last release is no JSON",
    () => writeFileSync(join(copy, release), "<<<<<<<"),
    [`${release} cannot be read as JSON`],
  ],
  ["the last release is gone", () => rmSync(join(copy, release)), [`${release} states no version`]],
  [
    "all that was released is gone",
    () => rmSync(join(copy, "packages/release/released"), { recursive: true }),
    [
      `${release} states no version`,
      "packages/release/released/packages/sdk-node has no report",
      "packages/release/released/packages/sdk-php has no report",
      "packages/release/released/packages/sdk-python has no report",
    ],
  ],
  [
    "a report is gone",
    () => rmSync(join(copy, "packages/sdk-php/api"), { recursive: true }),
    ["packages/sdk-php/api has no report of the public API, and the last release had one."],
  ],
  [
    "the changelog is empty",
    () => writeFileSync(join(copy, "CHANGELOG.md"), ""),
    ["CHANGELOG.md has no section"],
  ],
  [
    "the changelog is gone",
    () => rmSync(join(copy, "CHANGELOG.md")),
    ["CHANGELOG.md has no section"],
  ],
  [
    "a package is gone",
    () => rmSync(join(copy, "packages/sdk-php"), { recursive: true }),
    ["packages/sdk-php/api has no report"],
  ],
  [
    "the version was raised by hand",
    () => setDocumentVersion(copy, "spec/openapi.yaml", "7.0.0"),
    [
      "spec/releases/7.0.0.json is missing",
      `${release} says `,
      'CHANGELOG.md has no section "## 7.0.0',
    ],
  ],
])("when %s, that is said", (_, spoil, faults) => {
  spoil();
  expect(keptFaults(copy)).toEqual(faults.map((fault) => expect.stringContaining(fault)));
});

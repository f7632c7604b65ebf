import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { relativeLinks, repositoryFaults } from "./repository-faults.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "repository-"));
  mkdirSync(join(folder, "packages/a"), { recursive: true });
  writeFileSync(
    join(folder, "packages/a/README.md"),
    "See [b](../b) and [c](https://example.com).",
  );
  return () => rmSync(folder, { recursive: true });
});

const url = "git+https://github.com/somebody/sms.git";

test.each([
  ["the repository and its folder", { repository: { url, directory: "packages/a" } }, []],
  ["no repository", {}, ["a"]],
  ["no folder", { repository: { url } }, ["a"]],
  ["another folder", { repository: { url, directory: "packages/b" } }, ["a"]],
  ["nothing, but is not published", { private: true }, []],
])("a package that names %s", (_, manifest, unnamed) => {
  writeFileSync(
    join(folder, "packages/a/package.json"),
    JSON.stringify({ name: "a", ...manifest }),
  );
  expect(repositoryFaults(folder)).toEqual({
    unnamed,
    deadLinks: unnamed.map(() => "packages/a/README.md: ../b"),
  });
});

test("only relative links in prose are found", () => {
  const text = "[a](b.md#c) [d](#e) [f](mailto:g@h) [`i`](../j)\n\n```md\n[k](l)\n```\n";
  expect(relativeLinks(text)).toEqual(["b.md#c", "../j"]);
});

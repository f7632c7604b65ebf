import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readMembers } from "../members.ts";
import { copyOfRepository } from "../repository-fixture.ts";
import { root } from "../root.ts";
import { documentsOf, documentVersion, setDocumentVersion } from "./documents.ts";
import { raiseVersions } from "./raise-versions.ts";
import { repositoryVersion, versionFaults } from "./version-faults.ts";

let copy: string;
beforeEach(() => {
  copy = copyOfRepository();
  for (const file of globSync(".changeset/*.md", { cwd: copy })) {
    if (!file.endsWith("README.md")) rmSync(join(copy, file));
  }
  rmSync(join(copy, "CHANGELOG.md"), { force: true });
  return () => rmSync(copy, { recursive: true });
});

function writeChange(name: string, bumps: Record<string, string>, summary: string): void {
  const lines = Object.entries(bumps).map(([member, bump]) => `"${member}": ${bump}`);
  const text = `---\n${lines.join("\n")}\n---\n\n${summary}\n`;
  writeFileSync(join(copy, ".changeset", `${name}.md`), text);
}

/** A version so many steps on. */
function after(version: string, part: "major" | "minor"): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return part === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

test("every package and document gets the next version at once, and what has changed is told", async () => {
  const version = after(repositoryVersion(copy), "minor");
  const bytes = readFileSync(join(copy, "spec/openapi.yaml"), "utf8");
  writeChange("first", { "@getclickmedia/sms-sdk-php": "patch" }, "Reads a number that is late.");
  writeChange(
    "second",
    { "@getclickmedia/sms-sdk": "minor", "@getclickmedia/sms-openapi": "patch" },
    "Takes a signal.\n\nEvery method does.",
  );

  await expect(raiseVersions(copy, "2026-11-29")).resolves.toBe(version);

  const members = readMembers(copy).filter((member) => member.registry || member.version);
  expect(new Set(members.map((member) => member.version))).toEqual(new Set([version]));
  expect(new Set(members.map(({ registry }) => registry))).toEqual(
    new Set(["npm", "PyPI", "Packagist", undefined]),
  );
  const documents = documentsOf(copy);
  expect(documents).toContain("packages/control-api/openapi.yaml");
  expect(documents).toContain("spec/workflows/sms.arazzo.yaml");
  for (const document of documents) expect(documentVersion(copy, document)).toBe(version);
  const changed = readFileSync(join(copy, "spec/openapi.yaml"), "utf8").split("\n");
  expect(changed.filter((line, index) => line !== bytes.split("\n")[index])).toEqual([
    `  version: ${version}`,
  ]);
  const page = readFileSync(join(copy, "packages/docs/pages/ci.md"), "utf8");
  expect(page).toContain(`uses: getclickmedia/sms-api@v${version}\n`);
  expect(page).toMatch(new RegExp(`image: ghcr\\.io/getclickmedia/sms-sandbox:${version}\n`));
  expect(globSync(".changeset/*.md", { cwd: copy })).toEqual([".changeset/README.md"]);
  expect(readFileSync(join(copy, "CHANGELOG.md"), "utf8")).toContain(`
## ${version} (2026-11-29)

### Added

- Takes a signal. (\`@getclickmedia/sms-sdk\`, \`@getclickmedia/sms-openapi\`)

  Every method does.

### Fixed

- Reads a number that is late. (\`@getclickmedia/sms-sdk-php\`)
`);
});

test("a later release stands above the one before", async () => {
  const first = after(repositoryVersion(copy), "minor");
  const second = after(first, "major");
  writeChange("one", { "@getclickmedia/sms-sdk": "minor" }, "One.");
  await raiseVersions(copy, "2026-11-29");
  writeChange("two", { "@getclickmedia/sms-mock": "major" }, "Two.");
  await expect(raiseVersions(copy, "2026-11-30")).resolves.toBe(second);
  const changelog = readFileSync(join(copy, "CHANGELOG.md"), "utf8");
  expect(changelog.match(/^#+ .*/gm)).toEqual([
    "# Changelog",
    `## ${second} (2026-11-30)`,
    "### Breaking",
    `## ${first} (2026-11-29)`,
    "### Added",
  ]);
});

test("without a pending change nothing is raised", async () => {
  await expect(raiseVersions(copy, "2026-11-29")).rejects.toThrow("nothing to release");
  writeChange("none", { "@getclickmedia/sms-sdk": "none" }, "Says that nothing changes.");
  await expect(raiseVersions(copy, "2026-11-29")).rejects.toThrow("nothing to release");
});

test.each([
  ["names a package that there is not", '---\n"@getclickmedia/sms-nothing": minor\n---\n\nX.\n'],
  ["has no such bump", '---\n"@getclickmedia/sms-sdk": huge\n---\n\nX.\n'],
  ["is no change file", "Just a text.\n"],
])("a file that %s stops the release and is shown", async (_, text) => {
  writeFileSync(join(copy, ".changeset", "odd-file.md"), text);
  await expect(raiseVersions(copy, "2026-11-29")).rejects.toThrow(
    /The change files in \.changeset cannot be read\..*(odd-file|: huge|Just a text)/s,
  );
});

test("a change file without a summary stops the release and is named", async () => {
  writeChange("silent", { "@getclickmedia/sms-sdk": "minor" }, " ");
  await expect(raiseVersions(copy, "2026-11-29")).rejects.toThrow(
    ".changeset/silent.md says nothing of what changes.",
  );
  writeChange("silent", { "@getclickmedia/sms-sdk": "none" }, "");
  await expect(raiseVersions(copy, "2026-11-29")).rejects.toThrow("nothing to release");
});

test("versions that have parted are told before anything is written", async () => {
  const file = join(copy, "packages/mock/package.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"version": ".*"/, '"version": "0.9.0"'));
  writeChange("one", { "@getclickmedia/sms-sdk": "minor" }, "One.");
  await expect(raiseVersions(copy, "2026-11-29")).rejects.toThrow(
    `packages/mock/package.json says version 0.9.0, and spec/openapi.yaml says ${repositoryVersion(copy)}`,
  );
  expect(globSync(".changeset/one.md", { cwd: copy })).toHaveLength(1);
});

test("a package without a version is told, unless it is left out of the group", () => {
  expect(versionFaults(copy)).toEqual([]);
  expect(readMembers(copy).find(({ name }) => name.endsWith("-bench"))?.version).toBeUndefined();
  const file = join(copy, "packages/random/package.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/ {2}"version": ".*",\n/, ""));
  expect(versionFaults(copy)).toEqual([
    `packages/random/package.json says no version. Give it ${repositoryVersion(copy)}, or leave it out of the group in .changeset/config.json.`,
  ]);
});

test("a document whose version is written otherwise is left as it is", () => {
  const document = "packages/control-api/openapi.yaml";
  const text = "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\nservers:\n  version: 1.0.0\n";
  writeFileSync(join(copy, document), text);
  expect(() => setDocumentVersion(copy, document, "2.0.0")).toThrow(
    `${document} has no line "  version: ..." in its info`,
  );
  expect(readFileSync(join(copy, document), "utf8")).toBe(text);
});

test("every version of this repository is the same", () => {
  expect(versionFaults(root)).toEqual([]);
});

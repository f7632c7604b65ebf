import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { copyOfRepository } from "../repository-fixture.ts";
import { root } from "../root.ts";
import { keepReports, membersWithReports, releasedVersion } from "./reports.ts";
import { surfaceFaults } from "./surface-faults.ts";

test("every change of a public API since the last release is told by a change file", async () => {
  expect(await surfaceFaults(root).then((faults) => faults.join("\n\n"))).toBe("");
});

test("all three SDKs have a report", () => {
  expect(membersWithReports(root).map(({ name }) => name)).toEqual([
    "@getclickmedia/sms-sdk",
    "@getclickmedia/sms-sdk-php",
    "@getclickmedia/sms-sdk-python",
  ]);
});

let copy: string;
beforeEach(() => {
  copy = copyOfRepository();
  for (const file of globSync(".changeset/*.md", { cwd: copy })) rmSync(join(copy, file));
  keepReports(copy, "1.0.0");
  return () => rmSync(copy, { recursive: true });
});

function edit(file: string, part: string | RegExp, by: string): void {
  const text = readFileSync(join(copy, file), "utf8");
  const edited = text.replace(part, by);
  expect(edited).not.toBe(text);
  writeFileSync(join(copy, file), edited);
}

function sayChange(name: string, bump: string): void {
  writeFileSync(join(copy, ".changeset/a.md"), `---\n"${name}": ${bump}\n---\n\nIt changes.\n`);
}

const sdks = [
  ["@getclickmedia/sms-sdk", "packages/sdk-node/api/index.api.md", "    sendBulk("],
  [
    "@getclickmedia/sms-sdk-python",
    "packages/sdk-python/api/getclickmedia.api.md",
    "    def close() -> None\n",
  ],
  [
    "@getclickmedia/sms-sdk-php",
    "packages/sdk-php/api/sms-php.api.md",
    "    public function id(): string\n",
  ],
] as const;

test.each(sdks)("what is gone from %s needs a major change file", async (name, file, line) => {
  expect(await surfaceFaults(copy)).toEqual([]);
  edit(file, line, line.startsWith("    sendBulk") ? "    sendMany(" : "");
  const [fault = "", ...others] = await surfaceFaults(copy);
  expect(others).toEqual([]);
  expect(fault).toContain(`${name}: its public API is not that of 1.0.0 any more.`);
  expect(fault).toContain("no change file says so");
  expect(fault).toContain(line.trim());
  expect(fault).toContain(`pnpm change ${name} --bump major`);

  sayChange(name, "minor");
  expect((await surfaceFaults(copy)).join()).toContain("the change files only say minor");
  sayChange("@getclickmedia/sms-mock", "major");
  expect(await surfaceFaults(copy)).toHaveLength(1);
  sayChange(name, "major");
  expect(await surfaceFaults(copy)).toEqual([]);
});

test.each(sdks)("what is new in %s needs a minor change file", async (name, file, line) => {
  edit(file, line, `    addition(): void;\n${line}`);
  expect((await surfaceFaults(copy)).join()).toContain(`pnpm change ${name} --bump minor`);
  sayChange(name, "patch");
  expect(await surfaceFaults(copy)).toHaveLength(1);
  sayChange(name, "minor");
  expect(await surfaceFaults(copy)).toEqual([]);
});

test("a version that is raised far enough says it too", async () => {
  const [name, file, line] = sdks[1];
  edit(file, line, `    addition(): void;\n${line}`);
  edit("packages/sdk-python/package.json", /"version": ".*"/, '"version": "1.0.1"');
  expect((await surfaceFaults(copy)).join()).toContain(`${name}: `);
  edit("packages/sdk-python/package.json", /"version": ".*"/, '"version": "1.1.0"');
  expect(await surfaceFaults(copy)).toEqual([]);
});

test("what a release has is kept as it is, and what is gone from it is not", async () => {
  const [, file, line] = sdks[1];
  edit(file, line, "");
  rmSync(join(copy, "packages/sdk-node/api/testing.api.md"));
  expect(await surfaceFaults(copy)).toHaveLength(2);
  keepReports(copy, "2.0.0");
  expect(await surfaceFaults(copy)).toEqual([]);
  expect(releasedVersion(copy)).toBe("2.0.0");
});

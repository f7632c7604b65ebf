import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { check } from "./check.ts";
import { copyOfRepository } from "./repository-fixture.ts";

let copy: string;
beforeEach(() => {
  copy = copyOfRepository();
  return () => rmSync(copy, { recursive: true });
});

test("without what the last release was, nothing is called in step", async () => {
  rmSync(join(copy, "packages/release/released"), { recursive: true });
  await expect(check(copy)).rejects.toThrow("release.json states no version");
});

test("a change file that says nothing is not in step either", async () => {
  const file = join(copy, ".changeset/silent.md");
  writeFileSync(file, '---\n"@getclickmedia/sms-sdk": patch\n---\n');
  await expect(check(copy)).rejects.toThrow(".changeset/silent.md says nothing of what changes");
});

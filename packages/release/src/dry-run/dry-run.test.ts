import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { copyOfRepository } from "../repository-fixture.ts";
import { dryRun } from "./dry-run.ts";

// What ends a dry run before it builds; from there on it is tried as a whole.

let copy: string;
let artefact: string;
beforeEach(() => {
  copy = copyOfRepository();
  artefact = join(copy, "packages/release/dist/artefacts/earlier.tgz");
  mkdirSync(join(artefact, ".."), { recursive: true });
  writeFileSync(artefact, "");
  return () => {
    vi.unstubAllEnvs();
    rmSync(copy, { recursive: true });
  };
});

test("where nothing of the last release is kept, nothing is built, and no earlier files are left", async () => {
  rmSync(join(copy, "packages/release/released"), { recursive: true });
  await expect(dryRun(copy)).rejects.toThrow("release.json states no version");
  expect(existsSync(artefact)).toBe(false);
});

test("on GitHub a package that names no repository ends it", async () => {
  const file = join(copy, "packages/mock/package.json");
  const manifest = { ...JSON.parse(readFileSync(file, "utf8")), repository: undefined };
  writeFileSync(file, JSON.stringify(manifest));
  vi.stubEnv("GITHUB_ACTIONS", "true");
  await expect(dryRun(copy)).rejects.toThrow(
    /^\d+ npm packages do not name their repository and their folder in it/,
  );
  expect(existsSync(artefact)).toBe(false);
});

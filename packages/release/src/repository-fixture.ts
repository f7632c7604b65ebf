import { cpSync, globSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./root.ts";

/** What states a version, an API or a change. */
const files = [
  "package.json",
  "pnpm-workspace.yaml",
  ".changeset/*",
  "CHANGELOG.md",
  "spec/package.json",
  "spec/openapi.yaml",
  "spec/workflows/*.yaml",
  "spec/releases/*",
  "packages/*/package.json",
  "packages/*/openapi.yaml",
  "packages/{ci/README.md,docs/pages/ci.md}",
  "packages/*/pyproject.toml",
  "packages/*/composer.json",
  "packages/*/api/*",
  "packages/release/released/**/*.*",
];

/** A copy of those files of this repository, which a test may change. */
export function copyOfRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), "release-"));
  for (const file of globSync(files, { cwd: root })) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  return copy;
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Artefact } from "../artefact.ts";
import { composerEnvironment } from "../build/archive-php.ts";
import { command } from "../command.ts";
import { quickStart } from "./quick-start.ts";
import { expectDelivered } from "./try-npm.ts";

/** Installs the archive with Composer, without Packagist, and runs the quick start of the README in it. */
export async function tryPhp(
  artefact: Artefact,
  {
    php,
    composer,
    project,
    manifest,
    url,
  }: Record<"php" | "composer" | "project" | "manifest" | "url", string>,
): Promise<void> {
  mkdirSync(project, { recursive: true });
  const described = JSON.parse(readFileSync(manifest, "utf8")) as object;
  const dist = { type: "tar", url: artefact.file };
  const published = { ...described, version: artefact.version, dist };
  const repositories = [{ type: "package", package: published }, { packagist: false }];
  writeFileSync(
    join(project, "composer.json"),
    JSON.stringify({ repositories, require: { [artefact.name]: artefact.version } }),
  );
  const env = composerEnvironment();
  await command([composer, "install", "--no-dev", "--quiet"], { cwd: project, env });
  const readme = join(project, "vendor", artefact.name, "README.md");
  writeFileSync(
    join(project, "quick-start.php"),
    `<?php\nrequire 'vendor/autoload.php';\n${quickStart(readme, "php", url)}`,
  );
  const printed = await command([php, "-d", "display_errors=1", "quick-start.php"], {
    cwd: project,
    env: { GCM_API_KEY: "gcm_test_try" },
  });
  expectDelivered(artefact, printed);
}

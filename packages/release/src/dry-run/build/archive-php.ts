import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";

/** Makes the archive that Composer makes of the tagged sources, which are what Packagist points to. */
export async function archivePhp(
  { root, folder, version }: { root: string; folder: string; version: string },
  composer: string,
): Promise<Artefact[]> {
  const source = join(root, "packages/sdk-php");
  const { name } = JSON.parse(readFileSync(join(source, "composer.json"), "utf8")) as {
    name: string;
  };
  const file = `${name.replace("/", "-")}-${version}`;
  await command([composer, "archive", "--format=tar.gz", `--dir=${folder}`, `--file=${file}`], {
    cwd: source,
    env: composerEnvironment(),
  });
  return [{ target: "Packagist", name, version, file: join(folder, `${file}.tar.gz`) }];
}

/** Composer with no settings of the machine, and nobody to ask. */
export function composerEnvironment(): Record<string, string> {
  return {
    COMPOSER_HOME: mkdtempSync(join(tmpdir(), "release-composer-")),
    COMPOSER_NO_INTERACTION: "1",
    COMPOSER_ALLOW_SUPERUSER: "1",
  };
}

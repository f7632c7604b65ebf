import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";
import { quickStart } from "./quick-start.ts";
import { expectDelivered } from "./try-npm.ts";

/**
 * Installs a wheel or a source distribution into an empty environment and runs the quick start of the README.
 * @returns Python in that environment.
 */
export async function tryPython(
  artefact: Artefact,
  { python, environment, readme, url }: Record<"python" | "environment" | "readme" | "url", string>,
): Promise<string> {
  await command([python, "-m", "venv", environment]);
  const own = join(environment, "bin", "python");
  const flags = ["--quiet", "--disable-pip-version-check"];
  await command([own, "-m", "pip", "install", ...flags, artefact.file]);
  const program = join(environment, "quick_start.py");
  writeFileSync(program, quickStart(readme, "python", url));
  const env = { GCM_API_KEY: "gcm_test_try", PYTHONPATH: "" };
  expectDelivered(artefact, await command([own, program], { cwd: environment, env }));
  return own;
}

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonEnvironment } from "@getclickmedia/sms-test-tools";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";

/** The tools that the tests of the package build it with too, in the same versions. */
const tools = /^(build|hatchling|twine)==/;

/**
 * Builds wheel and source distribution of the Python SDK.
 * @param python The machine's Python.
 */
export async function buildPython(
  { root, folder, version }: { root: string; folder: string; version: string },
  python: string,
): Promise<Artefact[]> {
  const source = join(root, "packages/sdk-python");
  const work = mkdtempSync(join(tmpdir(), "release-python-"));
  const requirements = join(root, "packages/release/dist/requirements-build.txt");
  const lines = readFileSync(join(source, "requirements-dev.txt"), "utf8").split("\n");
  writeFileSync(requirements, lines.filter((line) => tools.test(line)).join("\n"));
  const builder = pythonEnvironment(
    join(root, "packages/release/dist/.venv"),
    requirements,
    python,
  );
  // From a copy of what is published, so that nothing else of the folder gets in by accident.
  for (const name of ["src", "README.md", "LICENSE", "pyproject.toml"]) {
    cpSync(join(source, name), join(work, name), {
      recursive: true,
      filter: (path) => !path.endsWith("__pycache__"),
    });
  }
  const out = join(work, "dist");
  await command([builder, "-m", "build", "--no-isolation", "--outdir", out, work]);
  const names = readdirSync(out).toSorted();
  await command([builder, "-m", "twine", "check", "--strict", ...names.map((it) => join(out, it))]);
  for (const name of names) cpSync(join(out, name), join(folder, name));
  rmSync(work, { recursive: true });
  return names.map((name) => ({
    target: "PyPI",
    name: name.endsWith(".whl") ? "getclickmedia (wheel)" : "getclickmedia (sdist)",
    version,
    file: join(folder, name),
  }));
}

import { execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pythonEnvironment, run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { folder, newEnough } from "./python.ts";

/** What needs only the package and its dependencies; frameworks and 5,000 runs are for the main Python. */
const leftOut = ["readme", "faults", "sandbox"].flatMap((name) => [
  "--ignore",
  `tests/test_${name}.py`,
]);

const versions = ["3.10", "3.11", "3.12", "3.13", "3.14"];
const main = newEnough();
// The other tests are all on the machine's own.
const own = main && versionOf(main);
const found = versions.flatMap((version) => {
  if (version === own) return [];
  const program = find(version);
  return program ? [{ version, program, library: version === "3.10" ? "httpx" : "httpx2" }] : [];
});
const missing = versions.filter(
  (version) => version !== own && !found.some((each) => each.version === version),
);
if (missing.length > 0)
  console.log(`Not on this machine, so not tested: Python ${missing.join(", ")}.`);

const cases = [
  ...found.map((each) => ({ ...each, requirements: "requirements-other.txt" })),
  ...(main
    ? [
        {
          version: "of this machine",
          program: main,
          library: "httpx",
          requirements: "requirements-httpx.txt",
        },
      ]
    : []),
];

// Most of it is waiting, so they wait together.
test.skipIf(cases.length === 0).each(cases)(
  "all is well on Python $version with $library",
  { concurrent: true },
  async ({ version, program, library, requirements }) => {
    const environment = join(folder, `.venv-${version.replaceAll(" ", "-")}-${library}`);
    const python = pythonEnvironment(environment, join(folder, requirements), program);
    const used = await run(
      [python, "-c", "from getclickmedia._http import httpx; print(httpx.__name__)"],
      {
        env: { PYTHONPATH: "src" },
      },
    );
    expect(used).toEqual({ status: 0, output: `${library}\n` });
    const { status, output } = await run([python, "-m", "pytest", "-q", ...leftOut]);
    expect(status, output).toBe(0);
  },
);

/** The version of a Python, as `3.11`. */
function versionOf(program: string): string {
  const script = "import sys; print('%d.%d' % sys.version_info[:2])";
  return execFileSync(program, ["-c", script], { encoding: "utf8" }).trim();
}

/** A Python of this version: in the search path, or where pyenv keeps its own. */
function find(version: string): string | undefined {
  const name = `python${version}`;
  const folders = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((each) => !each.includes("shims"));
  const kept = globSync(join(homedir(), ".pyenv", "versions", `${version}.*`, "bin"));
  return [...folders, ...kept].map((each) => join(each, name)).find((each) => existsSync(each));
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pythonEnvironment } from "./python-environment.ts";
import { findTool, reportMissing } from "./test-tools.ts";

const python = findTool("python3") ?? "";
if (!python) reportMissing("python3", "the virtual environments of the tests are not tested");

const root = mkdtempSync(join(tmpdir(), "environment "));
const requirements = join(root, "requirements.txt");
const folder = join(root, "venv");

test.skipIf(!python)("is made once, and anew when the requirements change", () => {
  writeFileSync(requirements, "");
  const own = pythonEnvironment(folder, requirements, python);
  expect(execFileSync(own, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" })).toBe(
    `${folder}\n`,
  );

  const marker = join(folder, "marker");
  writeFileSync(marker, "");
  pythonEnvironment(folder, requirements, python);
  expect(readFileSync(marker, "utf8")).toBe("");

  writeFileSync(requirements, "# changed");
  pythonEnvironment(folder, requirements, python);
  expect(() => readFileSync(marker)).toThrow("ENOENT");
});

test.skipIf(!python)("what cannot be had is told, and is asked for again the next time", () => {
  writeFileSync(requirements, "./no-such-folder");
  for (let time = 0; time < 2; time++)
    expect(() => pythonEnvironment(folder, requirements, python)).toThrow("no-such-folder");
  expect(() => pythonEnvironment(folder, requirements, "/no/python")).toThrow("ENOENT");
});

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes a virtual environment with what a requirements file lists, unless it is there already, and says where
 * its Python is.
 * @param folder where it is; a Git-ignored one.
 * @param python the interpreter to make it with.
 * @throws Error with what Python or pip said, and what to do about it.
 */
export function pythonEnvironment(folder: string, requirements: string, python: string): string {
  const own = join(folder, "bin", "python");
  const stamp = join(folder, "requirements.sha256");
  const wanted = createHash("sha256")
    .update(python)
    .update(readFileSync(requirements))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return own;
  rmSync(folder, { recursive: true, force: true });
  run(
    [python, "-m", "venv", folder],
    "On Debian its venv is a package of its own: apt-get install python3-venv.",
  );
  run(
    [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements],
    "Check the connection to PyPI.",
  );
  writeFileSync(stamp, wanted);
  return own;
}

function run([program = "", ...args]: string[], advice: string): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}${stderr}`.trim();
  throw new Error(`${program} ${args.join(" ")} failed. ${advice}\n${said}`);
}

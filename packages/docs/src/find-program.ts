import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these programs that the PATH has, with its folder; absolute names stand for themselves. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => (name.startsWith("/") ? [name] : folders.map((each) => join(each, name))))
    .find(isExecutable);
}

/**
 * Decides what a test does without a program that it runs. On a build machine the test fails, because
 * nobody would see that it was left out; on a developer's machine it is skipped with a visible line.
 */
export function reportMissing(program: string, leftOut: string, install: string): void {
  const line = `${program} was not found: ${leftOut}. ${install}`;
  if (process.env.CI) throw new Error(line);
  console.warn(line);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

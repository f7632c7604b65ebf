import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The name under which it stands beside the other reports of a package. */
export const manifestReportName = "manifest.api.md";

/**
 * What the manifests of a package promise to a program: what can be imported, and what it has to run on. It is written as
 * the other reports are, so that it is compared as they are; another minimum, also a lower one, is a changed line.
 */
export function manifestReport(folder: string): string {
  const blocks = [npmBlock(folder), pythonBlock(folder), composerBlock(folder)];
  const written = blocks.filter((block) => block.length > 1).map((block) => block.join("\n    "));
  return `# What the manifests say\n\n${written.map((block) => `${block}\n`).join("\n")}`;
}

interface Manifest {
  private?: boolean;
  engines?: Record<string, string>;
  exports?: Record<string, unknown>;
  bin?: Record<string, string>;
  require?: Record<string, string>;
}

function npmBlock(folder: string): string[] {
  const manifest = readJson(join(folder, "package.json"));
  // What is private to npm is published elsewhere, with a manifest of its own.
  if (!manifest || manifest.private) return [];
  const exported = Object.entries(manifest.exports ?? {});
  return [
    "package.json",
    ...entriesOf(manifest.engines).map(([name, range]) => `required ${name} ${range}`),
    ...exported.flatMap(([entry, target]) => conditionsOf(target).map((by) => `${entry}${by}`)),
    ...Object.keys(manifest.bin ?? {}).map((name) => `program ${name}`),
  ];
}

/** The conditions of an export, without the files, which nobody can name. */
function conditionsOf(target: unknown): string[] {
  if (typeof target !== "object" || target === null) return [""];
  return Object.keys(target).map((condition) => ` by ${condition}`);
}

function pythonBlock(folder: string): string[] {
  const file = join(folder, "pyproject.toml");
  if (!existsSync(file)) return [];
  const [, range] = /^requires-python = "(.*)"$/m.exec(readFileSync(file, "utf8")) ?? [];
  return ["pyproject.toml", ...(range ? [`required python ${range}`] : [])];
}

function composerBlock(folder: string): string[] {
  const needed = entriesOf(readJson(join(folder, "composer.json"))?.require);
  return ["composer.json", ...needed.map(([name, range]) => `required ${name} ${range}`)];
}

function entriesOf(record: Record<string, string> = {}): [string, string][] {
  return Object.entries(record).toSorted();
}

function readJson(file: string): Manifest | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : undefined;
}

import { valid } from "semver";
import { parse } from "yaml";

/** The parts of a package.json in which versions of other packages stand. */
export interface Dependencies {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The dependencies of a package.json that are not one exact version, a line each. */
export function loosePins(file: string, manifest: Dependencies): string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies]
    .flatMap((versions) => Object.entries(versions ?? {}))
    .filter(([, version]) => !/^(workspace|catalog):/.test(version))
    .filter(([, version]) => !isExact(version))
    .map(([name, version]) => loose(file, name, version));
}

/** The same of the catalogs and overrides in pnpm-workspace.yaml. */
export function looseWorkspace(file: string, text: string): string[] {
  const { catalog = {}, catalogs = {}, overrides = {} }: Workspace = parse(text);
  return [catalog, overrides, ...Object.values(catalogs)].flatMap((versions) =>
    loosePins(file, { dependencies: versions }),
  );
}

interface Workspace {
  catalog?: Record<string, string>;
  overrides?: Record<string, string>;
  catalogs?: Record<string, Record<string, string>>;
}

/** The same of a file of PyPI packages. */
export function looseRequirements(file: string, text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#") && !/^[\w.-]+==[\w.]+(;.*)?$/.test(line))
    .map((line) => loose(file, ...splitName(line)));
}

/** The packages of a lockfile that come from elsewhere than a registry, and the registries that it names. */
export function foreignSources(file: string, text: string): string[] {
  const { packages = {} }: Lockfile = parse(text);
  return Object.entries(packages)
    .filter(([, { resolution }]) => !resolution.integrity || resolution.tarball || resolution.repo)
    .map(
      ([name]) =>
        `${file}: ${name} has an address instead of a checksum alone. ` +
        "Depend on a version from the registry, and install from the default registry.",
    );
}

interface Lockfile {
  packages?: Record<
    string,
    { resolution: { integrity?: string; tarball?: string; repo?: string } }
  >;
}

function isExact(version: string): boolean {
  return valid(version.replace(/^npm:.*@/, "")) !== null && !/^[v=]/.test(version);
}

function splitName(line: string): [name: string, version: string] {
  const [name = line] = line.match(/^[\w.-]+/) ?? [];
  return [name, line.slice(name.length) || "no version"];
}

function loose(file: string, name: string, version: string): string {
  return `${file}: ${name} is not pinned (${version.trim()}). Write one exact version.`;
}

import { valid } from "semver";
import { parse } from "yaml";

/** The parts of a package.json in which versions of other packages stand. */
export interface Dependencies {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  resolutions?: Record<string, string>;
  pnpm?: { overrides?: Record<string, string> };
  packageManager?: string;
}

/** The dependencies of a package.json that are not one exact version, a line each. */
export function loosePins(file: string, manifest: Dependencies): string[] {
  const { dependencies, devDependencies, optionalDependencies, resolutions, pnpm } = manifest;
  return [
    ...[dependencies, devDependencies, optionalDependencies].flatMap((versions) =>
      looseVersions(file, versions),
    ),
    ...looseOverrides(file, resolutions),
    ...looseOverrides(file, pnpm?.overrides),
  ];
}

/** The same of the catalogs and overrides in pnpm-workspace.yaml. */
export function looseWorkspace(file: string, text: string): string[] {
  const { catalog, catalogs = {}, overrides }: Workspace = parse(text);
  return [
    ...looseVersions(file, catalog),
    ...looseOverrides(file, overrides),
    ...Object.values(catalogs).flatMap((versions) => looseVersions(file, versions)),
  ];
}

interface Workspace {
  catalog?: Record<string, string>;
  overrides?: Record<string, string>;
  catalogs?: Record<string, Record<string, string>>;
}

/** A package.json that asks for another package manager than the one that the repository is installed with. */
export function otherManager(file: string, manifest: Dependencies, pinned: string): string[] {
  const { packageManager = pinned } = manifest;
  if (packageManager === pinned) return [];
  return [
    `${file}: packageManager is ${packageManager}. Write ${pinned}, as in scripts/toolchain/package.json.`,
  ];
}

/** Whether a file holds PyPI packages for pip, by its path. */
export function isRequirements(file: string): boolean {
  return /((^|\/)requirements\/[^/]*|(requirements|constraints)[^/]*)\.(txt|in)$/.test(file);
}

const requirement =
  /^[\w.-]+\s*(\[[\w\s,.-]*\])?\s*===?\s*[\w.!+-]+\s*(;.*?)?(\s--hash=[\w:]+\s*)*$/;

/** The PyPI packages of such a file that are not one exact version, a line each. */
export function looseRequirements(file: string, text: string): string[] {
  return text
    .replace(/\\\r?\n/g, " ")
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*/, "").trim())
    .filter((line) => line !== "" && !requirement.test(line))
    .map((line) => loose(file, ...splitName(line)));
}

/** Whether a file names container images, by its path. */
export function namesImages(file: string): boolean {
  return /(^|\/)(([\w-]+\.)?(Docker|Container)file(\.[\w-]+)?|(docker-)?compose[\w.-]*\.ya?ml)$|^\.github\/.*\.ya?ml$/.test(
    file,
  );
}

/** The images in a Dockerfile, a Compose file or a workflow that are not one by its checksum, a line each. */
export function looseImages(file: string, text: string): string[] {
  const variables = new Map(
    [...text.matchAll(/^ARG (\w+)=(\S+)/gm)].map(([, name, value]) => [name, value]),
  );
  const stages = [...text.matchAll(/^FROM .* AS (\S+)/gim)].map(([, stage]) => stage);
  return [...text.matchAll(/^(?:FROM(?: --\S+)*|[ -]*image:) +["']?([^\s"']+)/gim)]
    .map(([, image = ""]) =>
      image.replace(/^\$\{?(\w+)\}?$/, (all, name) => variables.get(name) ?? all),
    )
    .filter((image) => image !== "scratch" && !stages.includes(image))
    .filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image))
    .map(
      (image) => `${file}: ${image} is not pinned. Write its tag and checksum: name:tag@sha256:…`,
    );
}

/** The registries that an .npmrc names, a line each. */
export function ownRegistries(file: string, text: string): string[] {
  return [...text.matchAll(/^\s*(?:@[\w.-]+:)?registry\s*=.*$/gm)].map(
    ([line]) =>
      `${file}: it has "${line.trim()}". Leave it out, and install from the default registry.`,
  );
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

function looseVersions(file: string, versions: Record<string, string> = {}): string[] {
  return Object.entries(versions)
    .filter(([, version]) => !/^(workspace|catalog):/.test(version) && !isExact(version))
    .map(([name, version]) => loose(file, name, version));
}

/** The loose ones of overrides, which may also take a package out, or take the version of a dependency. */
function looseOverrides(file: string, versions: Record<string, string> = {}): string[] {
  const others = Object.entries(versions).filter(([, version]) => !/^(-$|\$)/.test(version));
  return looseVersions(file, Object.fromEntries(others));
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

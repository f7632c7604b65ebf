import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { parse } from "es-module-lexer";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { satisfies } from "semver";
import type { Artefact } from "../artefact.ts";
import { commonFaults } from "./common-faults.ts";
import type { Contents } from "./unpack.ts";

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
  private?: boolean;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const atInstall = ["preinstall", "install", "postinstall", "prepare"];

/**
 * What is wrong with the tarball of an npm package, a sentence for each.
 * @param ours The names of all packages that are published with it.
 */
export async function npmFaults(
  { file, name, version }: Artefact,
  contents: Contents,
  ours: string[],
  root: string,
): Promise<string[]> {
  const needed = [/^package\/LICENSE$/, /^package\/README\.md$/, /^package\/package\.json$/];
  const manifest = JSON.parse(read(contents, "package/package.json")) as Manifest;
  return [
    ...commonFaults(contents, needed, root),
    ...manifestFaults(manifest, { name, version, ours }),
    ...codeFaults(contents, manifest),
    ...(await publintFaults(file)),
  ];
}

function manifestFaults(
  manifest: Manifest,
  { name, version, ours }: { name: string; version: string; ours: string[] },
): string[] {
  const { dependencies, optionalDependencies, peerDependencies, devDependencies } = manifest;
  const all = { ...devDependencies, ...peerDependencies, ...optionalDependencies, ...dependencies };
  const needed = Object.entries({ ...peerDependencies, ...optionalDependencies, ...dependencies });
  return [
    ...(manifest.name === name ? [] : [`is called ${manifest.name} in its package.json`]),
    ...(manifest.version === version
      ? []
      : [`says version ${manifest.version} in its package.json`]),
    ...(manifest.private ? ["is private"] : []),
    ...(manifest.license ? [] : ["names no license in its package.json"]),
    ...Object.entries(all)
      .filter(([, range]) => /^(workspace|catalog|file|link|portal):/.test(range))
      .map(
        ([dependency, range]) => `needs ${dependency} as "${range}", which means nothing elsewhere`,
      ),
    ...needed
      .filter(([dependency]) => dependency.startsWith("@getclickmedia/"))
      .flatMap(([dependency, range]) => {
        if (!ours.includes(dependency)) return [`needs ${dependency}, which is not published`];
        return satisfies(version, range) || /^\w+:/.test(range)
          ? []
          : [`needs ${dependency} ${range}, which ${version} is not`];
      }),
    ...atInstall
      .filter((script) => manifest.scripts?.[script])
      .map((script) => `runs something at install time: scripts.${script}`),
  ];
}

/** Faults of the code: TypeScript, which Node refuses in an installed package, and imports of what is not installed. */
function codeFaults(contents: Contents, manifest: Manifest): string[] {
  const installed = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  });
  const known = new Set([manifest.name, ...installed, ...builtinModules]);
  const sources = contents.paths.filter((path) => /(?<!\.d)\.[cm]?tsx?$/.test(path));
  const programs = contents.paths.filter((path) =>
    /^package\/dist\/[^/]*\.[cm]?js$|\.d\.[cm]?ts$/.test(path),
  );
  const untyped = contents.paths.filter(
    (path) => /\/index\.js$/.test(path) && !contents.paths.includes(path.replace(/js$/, "d.ts")),
  );
  return [
    ...sources.map((path) => `holds ${path}, which is TypeScript and runs in no installed package`),
    ...untyped.map((path) => `has no types for ${path}`),
    ...programs.flatMap((path) =>
      importsIn(read(contents, path))
        .filter((name) => !known.has(name) && !known.has(`@types/${name}`))
        .map((name) => `imports ${name} in ${path}, and does not list it in its dependencies`),
    ),
  ];
}

/** The packages that a module, or a declaration, imports. */
function importsIn(code: string): string[] {
  return parse(code)[0].flatMap((each) => {
    const specifier = "specifier" in each ? each.specifier : undefined;
    if (!specifier || /^(\.|\/|node:)/.test(specifier)) return [];
    const [scope = "", name = ""] = specifier.split("/");
    return [scope.startsWith("@") ? `${scope}/${name}` : scope];
  });
}

async function publintFaults(file: string): Promise<string[]> {
  const tarball = new Uint8Array(readFileSync(file)).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages
    .filter(({ type }) => type !== "suggestion")
    .map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

function read({ folder }: Contents, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of the repository, in any language. */
export interface Member {
  name: string;
  version: string | undefined;
  /** From the root of the repository. */
  folder: string;
  /** Where it is published, unless it is for the repository alone. */
  registry: "npm" | "PyPI" | "Packagist" | undefined;
}

/** The packages of a repository, by their folder. */
export function readMembers(root: string): Member[] {
  const manifests = globSync(["spec/package.json", "packages/*/package.json"], { cwd: root });
  return manifests.toSorted().map((manifest) => {
    const { name, version, private: isPrivate } = readManifest(join(root, manifest));
    const folder = manifest.slice(0, -"/package.json".length);
    return { name, version, folder, registry: isPrivate ? otherRegistry(root, folder) : "npm" };
  });
}

function otherRegistry(root: string, folder: string): Member["registry"] {
  if (existsSync(join(root, folder, "pyproject.toml"))) return "PyPI";
  if (existsSync(join(root, folder, "composer.json"))) return "Packagist";
  return undefined;
}

interface Manifest {
  name: string;
  version?: string;
  private?: boolean;
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}

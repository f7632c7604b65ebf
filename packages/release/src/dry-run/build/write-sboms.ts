import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readMembers } from "../../members.ts";
import { ReleaseFault } from "../../release-fault.ts";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";
import { builtInPackages } from "./built-in-packages.ts";

/** The part of CycloneDX that is written here. */
interface Bom {
  bomFormat: "CycloneDX";
  specVersion: string;
  serialNumber: string;
  version: number;
  metadata: { timestamp: string; component: Component };
  components: Component[];
}

interface Component {
  type: "library" | "platform";
  /** The scope of an npm package. */
  group?: string;
  name: string;
  version?: string;
  purl?: string;
  "bom-ref"?: string;
}

interface Release {
  root: string;
  folder: string;
  version: string;
}

const specVersion = "1.6";

/** Where a package lists whose code is built into it, under its folder. */
const licencesFile = "dist/third-party-licences.txt";

/**
 * Lists the npm packages, what they bring along, from the lockfile, and what is built into them.
 * @throws ReleaseFault when a list of licences is there and names nothing.
 */
export async function npmSbom({ root, folder, version }: Release): Promise<Artefact> {
  const members = readMembers(root).filter(({ registry }) => registry === "npm");
  const file = join(folder, "sbom-npm.cdx.json");
  const filters = members.flatMap(({ name }) => ["--filter", name]);
  const format = ["--sbom-format", "cyclonedx", "--sbom-spec-version", specVersion];
  await command(["pnpm", "sbom", ...format, "--prod", "--out", file, ...filters], { cwd: root });
  const bom = JSON.parse(readFileSync(file, "utf8")) as Bom;
  // The root of the repository has no version of its own.
  const component = { ...bom.metadata.component, version };
  const more = [
    ...members.map(({ name }) => npm(name, version)),
    ...members.flatMap((member) => builtInto(join(root, member.folder, licencesFile))),
  ];
  const known = new Set(bom.components.map(({ purl }) => purl));
  const components = [...bom.components, ...more.filter(({ purl }) => !known.has(purl))];
  writeBom(file, { ...bom, metadata: { ...bom.metadata, component }, components });
  return { target: "GitHub release", name: "SBOM of the npm packages", version, file };
}

function builtInto(licences: string): Component[] {
  if (!existsSync(licences)) return [];
  const found = builtInPackages(readFileSync(licences, "utf8"));
  if (found.length === 0) throw new ReleaseFault(`${licences} names no package and version.`);
  return found.map(({ name, version }) => npm(name, version));
}

/**
 * Lists what pip has installed with the Python SDK.
 * @param python That of the environment with nothing else in it.
 */
export async function pythonSbom({ folder, version }: Release, python: string): Promise<Artefact> {
  const pip = [python, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"];
  const installed = JSON.parse(await command(pip)) as { name: string; version: string }[];
  const own = pypi("getclickmedia", version);
  const others = installed.filter(
    ({ name }) => !["getclickmedia", "pip", "setuptools"].includes(name),
  );
  const file = join(folder, "sbom-python.cdx.json");
  writeBom(
    file,
    bomOf(
      own,
      others.map((each) => pypi(each.name, each.version)),
    ),
  );
  return { target: "GitHub release", name: "SBOM of the Python package", version, file };
}

/** Lists what composer.json of the PHP SDK requires: extensions of PHP, and no package. */
export function phpSbom({ root, folder, version }: Release): Artefact {
  const manifest = JSON.parse(
    readFileSync(join(root, "packages/sdk-php/composer.json"), "utf8"),
  ) as { name: string; require: Record<string, string> };
  const own = withReference({
    type: "library",
    name: manifest.name,
    version,
    purl: `pkg:composer/${manifest.name}@${version}`,
  });
  const needed = Object.entries(manifest.require).map(
    ([name, range]): Component => ({ type: "platform", name, version: range }),
  );
  const file = join(folder, "sbom-php.cdx.json");
  writeBom(file, bomOf(own, needed));
  return { target: "GitHub release", name: "SBOM of the PHP package", version, file };
}

function bomOf(component: Component, components: Component[]): Bom {
  return {
    bomFormat: "CycloneDX",
    specVersion,
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: { timestamp: new Date().toISOString(), component },
    components,
  };
}

function npm(name: string, version: string): Component {
  const purl = `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;
  const [own = name, scope] = name.split("/").toReversed();
  return withReference({
    type: "library",
    ...(scope ? { group: scope } : {}),
    name: own,
    version,
    purl,
  });
}

function pypi(name: string, version: string): Component {
  return withReference({
    type: "library",
    name,
    version,
    purl: `pkg:pypi/${name.toLowerCase().replaceAll("_", "-")}@${version}`,
  });
}

function withReference(component: Component): Component {
  return component.purl ? { ...component, "bom-ref": component.purl } : component;
}

function writeBom(file: string, bom: Bom): void {
  writeFileSync(file, `${JSON.stringify(bom, undefined, 2)}\n`);
}

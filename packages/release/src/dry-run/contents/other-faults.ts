import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Artefact } from "../artefact.ts";
import { commonFaults } from "./common-faults.ts";
import type { Contents } from "./unpack.ts";

/** What is wrong with a wheel or a source distribution, a sentence for each. */
export function pythonFaults({ version }: Artefact, contents: Contents, root: string): string[] {
  const needed = [
    /(^|\/)LICENSE$/,
    /(^|\/)getclickmedia\/py\.typed$/,
    /(^|\/)(METADATA|PKG-INFO)$/,
  ];
  const metadata = contents.paths.find((path) => /(^|\/)(METADATA|PKG-INFO)$/.test(path));
  const said = metadata && /^Version: (.*)$/m.exec(read(contents, metadata))?.[1];
  const foreign = contents.paths.filter((path) => /\.(ts|mjs|json)$/.test(path));
  return [
    ...commonFaults(contents, needed, root),
    ...foreign.map((path) => `holds ${path}, which is not of the Python package`),
    ...(said && said !== version ? [`says version ${said} in its metadata`] : []),
  ];
}

/** What is wrong with the archive of the PHP package, a sentence for each. */
export function phpFaults(contents: Contents, root: string): string[] {
  const needed = [/^LICENSE$/, /^README\.md$/, /^composer\.json$/, /^src\//];
  const others = contents.paths.filter((path) => !needed.some((pattern) => pattern.test(path)));
  return [
    ...commonFaults(contents, needed, root),
    ...others.map((path) => `holds ${path}, which is not of the package`),
  ];
}

/** What is wrong with the packed site, a sentence for each. */
export function siteFaults(contents: Contents, root: string): string[] {
  return commonFaults(contents, [/^index\.html$/, /^404\.html$/], root);
}

/** What is wrong with the bundled document, a sentence for each. */
export function documentFaults({ file, version }: Artefact): string[] {
  const document = parse(readFileSync(file, "utf8")) as {
    openapi?: string;
    info?: { version?: string };
    paths?: object;
  };
  const other = file.endsWith(".json")
    ? file.replace(/json$/, "yaml")
    : file.replace(/yaml$/, "json");
  const same =
    !existsSync(other) ||
    JSON.stringify(parse(readFileSync(other, "utf8"))) === JSON.stringify(document);
  return [
    ...(document.openapi?.startsWith("3.1") ? [] : ["is no OpenAPI 3.1 document"]),
    ...(document.info?.version === version ? [] : [`says version ${document.info?.version}`]),
    ...(Object.keys(document.paths ?? {}).length > 0 ? [] : ["has no paths"]),
    ...(/"\$ref":"(?!#)/.test(JSON.stringify(document))
      ? ["points to files that are not in it"]
      : []),
    ...(same ? [] : ["says something else as JSON than as YAML"]),
  ];
}

/** What is wrong with the Postman collection, a sentence for each. */
export function collectionFaults({ file }: Artefact): string[] {
  const text = readFileSync(file, "utf8");
  const { info, item } = JSON.parse(text) as { info?: { schema?: string }; item?: unknown[] };
  return [
    ...(info?.schema?.includes("/v2.1.") ? [] : ["is no collection of Postman's format 2.1"]),
    ...(item && item.length > 0 ? [] : ["has no requests"]),
    ...(/gcm_live_[A-Za-z0-9]{8}/.test(text) ? ["holds what looks like a live key"] : []),
  ];
}

/** What is wrong with a bill of materials, a sentence for each. */
export function sbomFaults({ file, version }: Artefact): string[] {
  const { bomFormat, metadata, components } = JSON.parse(readFileSync(file, "utf8")) as {
    bomFormat?: string;
    metadata?: { component?: { version?: string } };
    components?: { name?: string }[];
  };
  return [
    ...(bomFormat === "CycloneDX" ? [] : ["is not CycloneDX"]),
    ...(metadata?.component?.version === version ? [] : ["is of another version"]),
    ...(components && components.length > 0 ? [] : ["lists nothing"]),
  ];
}

function read({ folder }: Contents, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

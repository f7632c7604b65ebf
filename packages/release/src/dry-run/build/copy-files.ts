import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ReleaseFault } from "../../release-fault.ts";
import { sectionOf } from "../../versions/changelog.ts";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";

/** The bundled document and the Postman collection, as they lie in the packages that build them. */
const built = [
  { name: "OpenAPI document (JSON)", path: "spec/dist/openapi.json" },
  { name: "OpenAPI document (YAML)", path: "spec/dist/openapi.yaml" },
  {
    name: "Postman collection",
    path: "packages/postman/dist/get-click-media-sms.postman_collection.json",
  },
];

/** Copies what is published as it is built. */
export function copyFiles(root: string, folder: string, version: string): Artefact[] {
  return built.map(({ name, path }) => {
    const file = join(folder, basename(path));
    cpSync(join(root, path), file);
    return { target: "GitHub release", name, version, file };
  });
}

/** Packs the documentation site. */
export async function packSite(root: string, folder: string, version: string): Promise<Artefact[]> {
  const file = join(folder, `site-${version}.tar.gz`);
  const site = join(root, "packages/docs/dist");
  await command(["tar", "-czf", file, "-C", site, "."]);
  return [{ target: "Pages", name: "documentation site", version, file }];
}

/**
 * Writes what the changelog says of this version, as the text of the release.
 * @throws ReleaseFault when it says nothing.
 */
export function writeNotes(root: string, folder: string, version: string): Artefact {
  const notes = sectionOf(readFileSync(join(root, "CHANGELOG.md"), "utf8"), version);
  if (!notes) {
    throw new ReleaseFault(
      `CHANGELOG.md has no section "## ${version} (...)". \`pnpm release:version\` writes it.`,
    );
  }
  const file = join(folder, "release-notes.md");
  writeFileSync(file, `${notes}\n`);
  return { target: "GitHub release", name: "release notes", version, file };
}

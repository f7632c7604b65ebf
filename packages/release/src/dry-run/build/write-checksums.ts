import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Artefact } from "../artefact.ts";

/** Writes SHA256SUMS, as `sha256sum --check` reads it, with every file of a release. */
export function writeChecksums(folder: string, version: string, artefacts: Artefact[]): Artefact {
  const lines = artefacts.map(({ file }) => {
    const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
    return `${hash}  ${basename(file)}\n`;
  });
  const file = join(folder, "SHA256SUMS");
  writeFileSync(file, lines.join(""));
  return { target: "GitHub release", name: "checksums", version, file };
}

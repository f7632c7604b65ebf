import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The documents that state the version in their `info`, from the root of the repository. */
export function documentsOf(root: string): string[] {
  const patterns = ["spec/openapi.yaml", "spec/workflows/*.yaml", "packages/*/openapi.yaml"];
  return globSync(patterns, { cwd: root }).toSorted();
}

/** The `info.version` of a document. */
export function documentVersion(root: string, document: string): string {
  const { info } = parse(readFileSync(join(root, document), "utf8")) as {
    info: { version: string };
  };
  return info.version;
}

/**
 * Writes another `info.version` into a document and leaves every other byte as it is.
 * @throws Error when the version is not on a line of its own, indented by two spaces, within `info`.
 */
export function setDocumentVersion(root: string, document: string, version: string): void {
  const file = join(root, document);
  const text = readFileSync(file, "utf8");
  const changed = text.replace(
    /^(info:\n(?: .*\n|\n)*? {2}version: ).*$/m,
    (_, before: string) => before + version,
  );
  writeFileSync(file, changed);
  if (documentVersion(root, document) !== version) {
    writeFileSync(file, text);
    throw new Error(
      `${document} has no line "  version: ..." in its info. Write it so, then run this again.`,
    );
  }
}

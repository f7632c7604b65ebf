import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMembers } from "../members.ts";
import { documentsOf, documentVersion } from "./documents.ts";

/** The version of the repository: that of the API's document, with which everything is in step. */
export function repositoryVersion(root: string): string {
  return documentVersion(root, "spec/openapi.yaml");
}

/** What has another version than the API's document, or none, a line for each. */
export function versionFaults(root: string): string[] {
  const version = repositoryVersion(root);
  const excluded = excludedNames(root);
  const stated = [
    ...documentsOf(root).map((file) => ({ file, stated: documentVersion(root, file) })),
    ...readMembers(root)
      .filter(({ name }) => !excluded.includes(name))
      .map((member) => ({ file: `${member.folder}/package.json`, stated: member.version })),
  ];
  return stated.flatMap(({ file, stated: other }) => {
    if (other === version) return [];
    return other
      ? `${file} says version ${other}, and spec/openapi.yaml says ${version}. Versions are raised by \`pnpm release:version\`, all at once.`
      : `${file} says no version. Give it ${version}, or leave it out of the group in .changeset/config.json.`;
  });
}

/** The members that the group of one version leaves out. */
function excludedNames(root: string): string[] {
  const { fixed } = JSON.parse(readFileSync(join(root, ".changeset/config.json"), "utf8")) as {
    fixed: string[][];
  };
  return fixed.flat().flatMap((pattern) => (pattern.startsWith("!") ? [pattern.slice(1)] : []));
}

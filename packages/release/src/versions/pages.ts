import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The pages that name the version of our action and images, for readers to copy. */
const pages = "packages/{ci/README.md,docs/pages/ci.md}";
const stated = /(getclickmedia\/sms-api@v|ghcr\.io\/getclickmedia\/sms-\w+:)\d+\.\d+\.\d+/g;

/** Writes another version behind the action and the images of ours that pages name. */
export function setPageVersions(root: string, version: string): void {
  for (const page of globSync(pages, { cwd: root })) {
    const file = join(root, page);
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace(stated, (_, before: string) => before + version),
    );
  }
}

import { readFile } from "node:fs/promises";

/** What the page may bring along: it is published, and so is what is in it. */
const free = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** The licences of the packages whose code is in the script, which go wherever it goes. */
export async function thirdPartyLicences(moduleIds: readonly string[]): Promise<string> {
  const folders = moduleIds.map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(id)?.[0]);
  const packages = [...new Set(folders.filter((folder) => folder !== undefined))].sort();
  const texts = packages.map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(`${folder}package.json`, "utf8"));
    if (!free.includes(license))
      throw new Error(
        `${name} ${version} is in the page, and its licence (${license}) is none of ${free.join(", ")}. ` +
          "Import another package, or add its licence to src/third-party-licences.ts with the reason.",
      );
    return `${name} ${version}\n\n${await readFile(`${folder}LICENSE`, "utf8")}`;
  });
  return (await Promise.all(texts)).join("\n\n");
}

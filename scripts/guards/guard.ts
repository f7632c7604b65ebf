import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { guards } from "./guards.ts";
import { repositoryFiles } from "./repository-files.ts";

// Runs the guards of the repository, or those that are named, and tells what they found.

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(guards, name));
if (unknown.length > 0) {
  console.error(
    `npm run guard: there is no guard ${unknown.join(", ")}. There is ${Object.keys(guards).join(", ")}.`,
  );
  process.exit(2);
}

const repository = { root, files: filesOfRepository() };
const chosen = Object.entries(guards).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);
const results = await Promise.all(
  chosen.map(async ([name, { guard, advice }]) => ({
    name,
    advice,
    // One that cannot look must not pass, nor leave the programs of the others behind.
    found: await guard(repository).catch((error: unknown) => [`It could not look: ${error}`]),
  })),
);
for (const { name, advice, found } of results) {
  console.log(
    found.length === 0 ? `${name}: ok` : `${name}: failed. ${advice}\n\n${found.join("\n")}\n`,
  );
}
process.exitCode = results.every(({ found }) => found.length === 0) ? 0 : 1;

function filesOfRepository(): string[] {
  try {
    return repositoryFiles(root);
  } catch (error) {
    console.error(`npm run guard: ${(error as Error).message}`);
    process.exit(2);
  }
}

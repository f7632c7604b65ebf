import { mkdir, rm, writeFile } from "node:fs/promises";
import { readDocument } from "@getclickmedia/sms-document";
import { createCollection } from "./create-collection.ts";
import { createEnvironments } from "./create-environments.ts";
import { collectionFile, distFolder, type EnvironmentName, environmentFiles } from "./files.ts";

const document = await readDocument();
const environments = Object.entries(createEnvironments(document));

await rm(distFolder, { recursive: true, force: true });
await mkdir(distFolder);
await write(collectionFile, await createCollection(document));
for (const [name, environment] of environments) {
  await write(environmentFiles[name as EnvironmentName], environment);
}

async function write(file: string, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

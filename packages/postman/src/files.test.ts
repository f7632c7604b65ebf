import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { apiKeyScheme, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { createCollection } from "./create-collection.ts";
import { createEnvironments } from "./create-environments.ts";
import { collectionFile, environmentFiles, postmanFiles } from "./files.ts";

const document = await readDocument();

async function read(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

test("the build has written what the document gives now", async () => {
  expect(await read(collectionFile)).toEqual(
    JSON.parse(JSON.stringify(await createCollection(document))),
  );
  const environments = createEnvironments(document);
  expect(await read(environmentFiles.mock)).toEqual(environments.mock);
  expect(await read(environmentFiles.sandbox)).toEqual(environments.sandbox);
  expect(await read(environmentFiles.live)).toEqual(environments.live);
});

test.each(postmanFiles)("%s is an absolute path, and no live key is in it", async (file) => {
  const prefixes = Object.entries(apiKeyScheme(document)["x-gcm-key-prefixes"])
    .filter(([, { environment }]) => environment === "live")
    .map(([prefix]) => prefix);
  expect(isAbsolute(file)).toBe(true);
  expect(prefixes).toHaveLength(1);
  expect(await readFile(file, "utf8")).not.toMatch(new RegExp(`${prefixes[0]}[0-9A-Za-z]`));
});

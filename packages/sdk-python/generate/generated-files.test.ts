import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { folder, generatedFiles } from "./generated-files.ts";

const files = await generatedFiles();

test.each(Object.entries(files))("%s is what the spec says", async (name, text) => {
  const committed = await readFile(new URL(name, folder), "utf8").catch(() => "");
  const stale = `packages/sdk-python/src/getclickmedia/_generated/${name} is stale: run \`pnpm generate\` and commit it`;
  expect(committed === text, stale).toBe(true);
});

test("there is no other generated file", async () => {
  const there = (await readdir(folder)).filter((name) => name !== "__pycache__");
  expect(there.toSorted()).toEqual(Object.keys(files).toSorted());
});

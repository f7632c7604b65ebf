import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { generatedFiles, generatedFolders } from "./generated-files.ts";

const root = dirname(import.meta.dirname);
const files = await generatedFiles();

test.each(Object.entries(files))("%s is what the spec says", (path, text) => {
  const committed = readFileSync(join(root, path), "utf8");
  expect(
    committed === text,
    `packages/sdk-php/${path} is stale: run \`pnpm generate\` and commit it`,
  ).toBe(true);
});

test("the generated folders hold nothing else", () => {
  const present = generatedFolders.flatMap((folder) =>
    globSync(`${folder}/**/*.php`, { cwd: root }),
  );
  expect(present.toSorted()).toEqual(Object.keys(files).toSorted());
});

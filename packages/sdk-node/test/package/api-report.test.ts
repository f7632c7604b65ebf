import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const built = new URL("../../dist/api/", import.meta.url);
const committed = new URL("../../api/", import.meta.url);

test.each(await readdir(built))("api/%s is what the package exports", async (file) => {
  const report = await readFile(new URL(file, built), "utf8");
  const known = await readFile(new URL(file, committed), "utf8").catch(() => undefined);
  expect(
    known === report,
    `The public API has changed: run \`pnpm generate\`, look at what it does to packages/sdk-node/api/${file}, and commit it`,
  ).toBe(true);
});

import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generatedFiles } from "./generated-files.ts";

for (const { url, text } of await generatedFiles()) {
  const file = relative(process.cwd(), fileURLToPath(url));
  test(`${file} is what the spec says`, async () => {
    const committed = await readFile(url, "utf8");
    expect(
      committed === text,
      `packages/sdk-node/${file} is stale: run \`pnpm generate\` and commit it`,
    ).toBe(true);
  });
}

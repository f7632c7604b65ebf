import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { type InstalledPackage, installPackage } from "../installed-package.ts";
import { bundle } from "./bundle.ts";

const name = "@getclickmedia/sms-sdk";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
  return installed.remove;
});

// Minified and compressed, in bytes.
const budgets: Record<string, [code: string, budget: number]> = {
  "the client": [`export { SmsClient } from "${name}";`, 6144],
  "all of the main entry": [`export * from "${name}";`, 7168],
  "all of the webhooks": [`export * from "${name}/webhooks";`, 2112],
};

for (const [what, [code, budget]] of Object.entries(budgets)) {
  test(`${what} takes at most ${budget} bytes`, async () => {
    const chunk = await bundle(installed.project, code, { platform: "browser", minify: true });
    const size = gzipSync(chunk.code, { level: 9 }).length;
    console.log(`${what}: ${size} of ${budget} bytes`);
    expect(size).toBeLessThanOrEqual(budget);
  });
}

for (const platform of ["browser", "neutral"] as const)
  test(`bundled for a ${platform} target, the SDK needs nothing from elsewhere`, async () => {
    const entries = ["", "/webhooks", "/testing"].map(
      (entry) => `export * from "${name}${entry}";`,
    );
    const { code, imports, dynamicImports } = await bundle(installed.project, entries.join("\n"), {
      platform,
    });
    expect({ imports, dynamicImports }).toEqual({ imports: [], dynamicImports: [] });
    expect(code).not.toMatch(/\brequire\(|\bBuffer\b|["']node:/);
  });

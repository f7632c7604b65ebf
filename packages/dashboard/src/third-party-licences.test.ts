import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { thirdPartyLicences } from "./third-party-licences.ts";

const root = mkdtempSync(join(tmpdir(), "licences-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A module of a package under a licence. */
function moduleOf(name: string, license?: string): string {
  const folder = join(root, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", license }));
  writeFileSync(join(folder, "LICENSE"), `The licence of ${name}.`);
  return join(folder, "dist/index.js");
}

test("each package is named once with its licence, and the page's own modules are not", async () => {
  const modules = [moduleOf("b", "MIT"), moduleOf("@a/a", "ISC"), "/page/main.tsx"];
  expect(await thirdPartyLicences([...modules, ...modules])).toBe(
    "@a/a 1.0.0\n\nThe licence of @a/a.\n\nb 1.0.0\n\nThe licence of b.",
  );
});

test.each(["GPL-3.0-only", "MPL-2.0", undefined])("%s may not be in the page", async (license) => {
  await expect(thirdPartyLicences([moduleOf("c", license)])).rejects.toThrow(
    `c 1.0.0 is in the page, and its licence (${license}) is none of 0BSD, `,
  );
});

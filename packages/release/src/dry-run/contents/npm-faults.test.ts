import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { npmFaults } from "./npm-faults.ts";
import { unpack } from "./unpack.ts";

const name = "@getclickmedia/sms-sound";

const manifest = {
  name,
  version: "1.2.0",
  license: "MIT",
  type: "module",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  files: ["dist"],
  dependencies: { "@getclickmedia/sms-listen": "^1.2.0", yaml: "2.9.1" },
};

const sound: Record<string, string> = {
  "package.json": JSON.stringify(manifest),
  LICENSE: "MIT",
  "README.md": "# Sound",
  "dist/index.js": 'import { parse } from "yaml";\nimport "node:fs";\nexport { parse };\n',
  "dist/index.d.ts": 'export { parse } from "yaml";\n',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarball-"));
  return () => rmSync(folder, { recursive: true });
});

/** What is said of a tarball with these files; a file without a text is not in it. */
async function faultsOf(files: Record<string, string | undefined>): Promise<string[]> {
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    const file = join(folder, "package", path);
    mkdirSync(dirname(file), { recursive: true });
    if (text !== undefined) writeFileSync(file, text);
  }
  const file = join(folder, "sound.tgz");
  execFileSync("tar", ["-czf", file, "-C", folder, "package"]);
  const contents = await unpack(file, join(folder, "unpacked"));
  const artefact = { target: "npm", name, version: "1.2.0", file } as const;
  const ours = [name, "@getclickmedia/sms-listen"];
  return npmFaults(artefact, contents, ours, "/home/somebody/sms-api/");
}

function withManifest(change: object): Record<string, string> {
  return { "package.json": JSON.stringify({ ...manifest, ...change }) };
}

test("a sound tarball has no fault", async () => {
  await expect(faultsOf({})).resolves.toEqual([]);
});

test("an address with such a path, and a text for people, are no fault", async () => {
  const files = {
    "README.md": "# Sound\n\n`/home/you/project/`\n",
    "dist/index.js": 'export const address = "https://example.com/home/you/";\n',
  };
  await expect(faultsOf(files)).resolves.toEqual([]);
});

test.each<[string, Record<string, string | undefined>, string]>([
  ["a test", { "dist/index.test.js": "" }, "holds package/dist/index.test.js, a test"],
  ["a folder of tests", { "test/a.js": "" }, "holds package/test/a.js, a test"],
  ["a source", { "src/index.ts": "export {};" }, "holds package/src/index.ts, which is TypeScript"],
  [".env", { ".env": "A=1" }, "holds package/.env, settings that may hold a secret"],
  [".npmrc", { ".npmrc": "" }, "holds package/.npmrc, settings that may hold a secret"],
  ["a key", { "dist/a.pem": "" }, "holds package/dist/a.pem, what looks like a private key"],
  [
    "node_modules",
    { "node_modules/a/a.js": "" },
    "holds package/node_modules/a/a.js, what is not ours",
  ],
  [
    "a tool's file",
    { "dist/a.tsbuildinfo": "" },
    "holds package/dist/a.tsbuildinfo, what a tool has left",
  ],
  [
    "the folder that it was built in",
    { "dist/index.js": "// from /home/somebody/sms-api/packages\n" },
    "says in package/dist/index.js where it was built",
  ],
  [
    "the folder of somebody else",
    { "dist/index.js": 'const from = "/Users/somebody/sms/index.ts";\n' },
    "says in package/dist/index.js where it was built",
  ],
  [
    "the folder of somebody on Windows",
    { "dist/index.js": 'const from = "C:\\\\Users\\\\somebody\\\\index.ts";\n' },
    "says in package/dist/index.js where it was built",
  ],
  ["no licence", { LICENSE: undefined }, "lacks LICENSE"],
  ["no README", { "README.md": undefined }, "lacks README.md"],
  ["no types", { "dist/index.d.ts": undefined }, "has no types for package/dist/index.js"],
  [
    "another name",
    withManifest({ name: "@getclickmedia/sms-other" }),
    "is called @getclickmedia/sms-other",
  ],
  ["another version", withManifest({ version: "1.1.0" }), "says version 1.1.0 in its package.json"],
  ["a private manifest", withManifest({ private: true }), "is private"],
  ["no licence in its manifest", withManifest({ license: undefined }), "names no license"],
  [
    "a workspace's range",
    withManifest({ devDependencies: { a: "workspace:^" } }),
    'needs a as "workspace:^", which means nothing elsewhere',
  ],
  [
    "a catalog's range",
    withManifest({ dependencies: { ...manifest.dependencies, a: "catalog:" } }),
    'needs a as "catalog:", which means nothing elsewhere',
  ],
  [
    "a package that is not published",
    withManifest({ dependencies: { "@getclickmedia/sms-random": "^1.2.0", yaml: "2.9.1" } }),
    "needs @getclickmedia/sms-random, which is not published",
  ],
  [
    "an older release of a neighbour",
    withManifest({ dependencies: { "@getclickmedia/sms-listen": "^0.9.0", yaml: "2.9.1" } }),
    "needs @getclickmedia/sms-listen ^0.9.0, which 1.2.0 is not",
  ],
  [
    "an import that is not listed",
    { "dist/index.js": 'import "@getclickmedia/sms-random";' },
    "imports @getclickmedia/sms-random in package/dist/index.js, and does not list it",
  ],
  [
    "a type that is not listed",
    { "dist/index.d.ts": 'export type { A } from "elsewhere/a";' },
    "imports elsewhere in package/dist/index.d.ts, and does not list it",
  ],
  [
    "a script at install time",
    withManifest({ scripts: { postinstall: "true" } }),
    "runs something at install time: scripts.postinstall",
  ],
  [
    "an entry that is not there",
    withManifest({ exports: { ".": "./dist/index.js", "./more": "./dist/more.js" } }),
    "publint: pkg.exports",
  ],
])("a tarball with %s is refused", async (_, files, fault) => {
  const faults = await faultsOf(files);
  expect(faults.filter((each) => each.includes(fault))).toHaveLength(1);
  // Nothing else is found fault with, so that each check is there for its own.
  expect(faults.length).toBeLessThanOrEqual(2);
});

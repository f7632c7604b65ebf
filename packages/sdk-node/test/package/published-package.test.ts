import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { type InstalledPackage, installPackage } from "../installed-package.ts";

let installed: InstalledPackage;
let tarball: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  installed = await installPackage();
  tarball = new Uint8Array(await readFile(installed.tarball));
  return installed.remove;
});

test("it holds what a program needs, and nothing else", async () => {
  const { stdout } = await promisify(execFile)("tar", ["tzf", installed.tarball]);
  const kinds = stdout
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\/dist\/[\w-]+\./, "dist/*."));
  expect([...new Set(kinds)].sort()).toEqual([
    "dist/*.cjs",
    "dist/*.d.cts",
    "dist/*.d.ts",
    "dist/*.js",
    "package/LICENSE",
    "package/README.md",
    "package/package.json",
  ]);
});

test("it brings no other package along and runs nothing when it is installed", async () => {
  const { dependencies, optionalDependencies, peerDependencies, scripts } = installedManifest();
  expect({ dependencies, optionalDependencies, peerDependencies }).toEqual({});
  const atInstall = ["preinstall", "install", "postinstall", "prepare"];
  expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([]);
});

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("every way to resolve an entry finds types that fit its code", async () => {
  const analysis = await checkPackage(createPackageFromTarballData(tarball));
  if (!analysis.types) throw new Error("The package has no types.");
  expect(analysis.problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(installedManifest().exports));
});

test.each(["index", "webhooks", "testing"])(
  "the code of %s has every value that its types promise",
  async (entry) => {
    const file = (ending: string) =>
      join(installed.project, "node_modules/@getclickmedia/sms-sdk/dist", entry + ending);
    const found: object[] = [await import(file(".js")), createRequire(file(".cjs"))(file(".cjs"))];
    for (const exported of found)
      expect(Object.keys(exported).sort()).toEqual(declaredValues(file(".d.ts")));
  },
);

/** The names that a declaration file exports, other than those of types. */
function declaredValues(file: string): string[] {
  const program = ts.createProgram([file], { target: ts.ScriptTarget.ES2022, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} declares no module.`);
  return checker
    .getExportsOfModule(module)
    .filter(({ flags }) => flags & ts.SymbolFlags.Value)
    .map(({ name }) => name)
    .sort();
}

interface Manifest {
  exports: Record<string, unknown>;
  scripts: Record<string, string>;
  dependencies?: object;
  optionalDependencies?: object;
  peerDependencies?: object;
}

function installedManifest(): Manifest {
  const require = createRequire(join(installed.project, "program.js"));
  return require("@getclickmedia/sms-sdk/package.json") as Manifest;
}

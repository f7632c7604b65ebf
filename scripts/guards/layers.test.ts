import { expect, test } from "vitest";
import { type Manifest, wrongWays } from "./layers.ts";

function manifest(name: string, dependencies: string[], isPrivate = false) {
  const scoped = (each: string) => `@getclickmedia/sms-${each}`;
  const versions = Object.fromEntries(dependencies.map((each) => [scoped(each), "workspace:^"]));
  const manifest: Manifest = { name: scoped(name), private: isPrivate, dependencies: versions };
  return { file: `packages/${name}/package.json`, manifest };
}

test("what stands above is free to use, and what is not of the workspace too", () => {
  const mock = manifest("mock", ["document"]);
  mock.manifest.dependencies = { ...mock.manifest.dependencies, yaml: "1.0.0" };
  expect(wrongWays([mock, manifest("document", [])])).toEqual([]);
});

test.each([
  ["document", "mock"],
  ["mock", "sandbox"],
  ["sdk", "mock"],
])("%s may not depend on %s", (from, to) => {
  expect(wrongWays([manifest(from, [to]), manifest(to, [])])).toEqual([
    expect.stringContaining(
      `packages/${from}/package.json: @getclickmedia/sms-${from} may not depend on @getclickmedia/sms-${to}`,
    ),
  ]);
});

test("what is published may not depend on what is private", () => {
  expect(wrongWays([manifest("mock", ["document"]), manifest("document", [], true)])).toEqual([
    expect.stringContaining("is published and depends on @getclickmedia/sms-document"),
  ]);
});

test("a new package needs a row", () => {
  expect(wrongWays([manifest("new", [])])).toEqual([
    "packages/new/package.json: @getclickmedia/sms-new has no row in scripts/guards/layers.ts. Give it one.",
  ]);
});

import { expect, test } from "vitest";
import { borrowedFiles } from "./borrowed-files.ts";

const members = [
  "packages/mock/package.json",
  "packages/sandbox/package.json",
  "spec/package.json",
];

function borrowed(file: string, text: string): string[] {
  return borrowedFiles([...members, file], () => text);
}

test.each([
  ["packages/mock/src/a.ts", 'import { b } from "../../sandbox/src/b.ts";'],
  ["packages/mock/src/a.ts", 'type B = typeof import("../../sandbox/src/b.ts");'],
  ["packages/mock/src/deep/a.mts", "const b = new URL('../../../sandbox/data.json', here);"],
  ["packages/mock/a.cjs", "require(`../sandbox/src/b.js`);"],
  ["packages/mock/src/a.ts", '/// <reference path="../../sandbox/b.d.ts" />'],
  ["packages/mock/src/a.astro", 'import b from "../../../spec/openapi.yaml";'],
])("%s may not hold %s", (file, text) => {
  expect(borrowed(file, `\n${text}`)).toEqual([
    expect.stringMatching(
      new RegExp(`^${file}:2: (packages/sandbox|spec)/.* is of another package`),
    ),
  ]);
});

test.each([
  ["packages/mock/src/a.ts", 'import { b } from "../test/b.ts";'],
  ["packages/mock/src/a.ts", 'import { b } from "@getclickmedia/sms-sandbox";'],
  ["packages/mock/vitest.config.ts", 'import shared from "../../vitest.config.ts";'],
  ["packages/mock/src/a.ts", 'escapes("../../elsewhere/balance");'],
  ["packages/mock/README.md", '"../sandbox/README.md"'],
  ["scripts/a.ts", 'run("../packages/release/src/cli.ts");'],
])("%s may hold %s", (file, text) => {
  expect(borrowed(file, text)).toEqual([]);
});

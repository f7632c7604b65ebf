import { expect, test } from "vitest";
import { strayImports } from "./shipped-imports.ts";

const manifest = {
  name: "@getclickmedia/sms-mock",
  dependencies: { ajv: "1.0.0" },
  optionalDependencies: { "@scope/fast": "1.0.0" },
  peerDependencies: { yaml: "1.0.0" },
};

function stray(text: string, changes = {}): string[] {
  const sources = { manifest: { ...manifest, ...changes }, files: ["packages/mock/src/a.ts"] };
  return strayImports(sources, () => `\n${text}\n`);
}

test.each([
  'import { test } from "vitest";',
  'import test, {\n  type Test,\n} from "vitest/node";',
  'export * from "vitest";',
  'export { test } from "vitest";',
  'import "vitest";',
  'const { test } = await import("vitest");',
  'const path = import.meta.resolve("vitest/package.json");',
  'const vitest = createRequire(import.meta.url).resolve("x") ?? require("vitest");',
])("%s is told unless vitest is a dependency", (text) => {
  const line = 1 + text.split("\n").length;
  expect(stray(text)).toEqual([
    `packages/mock/src/a.ts:${line}: @getclickmedia/sms-mock is published, and vitest is none of its dependencies. ` +
      "Move it there, or import no more than its types.",
  ]);
  expect(stray(text, { dependencies: { vitest: "1.0.0" } })).toEqual([]);
});

test.each([
  'import { Ajv } from "ajv/dist/2020.js";',
  'import { fast } from "@scope/fast/deep";',
  'import { parse } from "yaml";',
  'import { readFile } from "node:fs/promises";',
  'import { b } from "./b.ts";',
  'import own from "@getclickmedia/sms-mock/own";',
  'import type { Test } from "vitest";',
  'export type { Test } from "vitest";',
  'type Vitest = typeof import("vitest");',
  ' * import { test } from "vitest";',
  '// As import("vitest") does.',
  'const sample = `\nimport { test } from "vitest";\n`;',
  'promise.then(() => resolve("cut off"));',
])("%s is fine", (text) => {
  expect(stray(text)).toEqual([]);
});

test("what is private or bundled may import what it likes", () => {
  const text = 'import { test } from "vitest";';
  expect(stray(text, { private: true })).toEqual([]);
  expect(stray(text, { name: "@getclickmedia/sms-sdk" })).toEqual([]);
});

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import ruleset from "./ruleset.ts";

const files = readdirSync(new URL("rules/", import.meta.url));

test("the ruleset has every rule, under the name of its file", () => {
  const ids = files
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  expect(Object.keys(ruleset.rules).sort()).toEqual(ids.sort());
});

test("every rule has its test beside it", () => {
  const missing = Object.keys(ruleset.rules).filter((id) => !files.includes(`${id}.test.ts`));
  expect(missing).toEqual([]);
});

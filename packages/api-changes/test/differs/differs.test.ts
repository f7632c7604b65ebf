import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { highest } from "../../src/change.ts";
import { all, ownColumns } from "./own-columns.ts";
import { readColumn } from "./table.ts";

const file = join(import.meta.dirname, "../differs.md");
const page = readFileSync(file, "utf8");
const { columns, changes } = ownColumns();

test.each(all)("$key", ({ key, fixture: { rating, directions, notClaimed } }) => {
  const found = changes.get(key) ?? [];
  const top = highest(found);
  expect(top ?? "none").toBe((notClaimed ?? { rating }).rating);
  const ways = found
    .filter((change) => change.rating === top)
    .flatMap((change) => change.directions);
  expect([...new Set(ways)].sort()).toEqual([...directions].sort());
});

test("every change says where it is, what it is and what to do", () => {
  for (const change of [...changes.values()].flat()) {
    expect(change.pointer).toMatch(/^\//);
    expect(change.what).toMatch(/^\S.*\.$/s);
    expect(change.what).not.toMatch(/undefined|``|\bof of\b/);
    expect(change.todo).toMatch(/^\S.*\.$/);
  }
});

test("no two fixtures have one name, and each changes something", () => {
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  const same = all.filter(
    ({ fixture, pair }) => fixture.rating !== "none" && isDeepStrictEqual(pair.base, pair.head),
  );
  expect(same).toEqual([]);
});

test("the page says what redocly diff and our gate say today", () => {
  const others = ["oasdiff", "openapi-changes", "openapi-diff"];
  const [redocly, gate] = columns;
  for (const { differ, verdicts } of columns) {
    expect(Object.fromEntries(readColumn(page, differ.name))).toEqual(Object.fromEntries(verdicts));
  }
  for (const name of others) expect(readColumn(page, name).size).toBe(all.length);
  expect(page).toContain(`| ${redocly.differ.name} ${redocly.differ.version} | `);
  expect(gate.verdicts.size).toBeGreaterThanOrEqual(40);
});

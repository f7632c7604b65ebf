import { createRequire } from "node:module";
import { type Change, highest } from "../../src/change.ts";
import { changesFrom } from "../../src/compare.ts";
import { redoclyFindings } from "../../src/redocly/redocly.ts";
import { fixtures } from "../fixtures/index.ts";
import { pairOf } from "../fixtures/pairs.ts";
import { type Column, type Differ, keyOf } from "./table.ts";

const { version } = createRequire(import.meta.url)("@redocly/cli/package.json") as {
  version: string;
};

const redocly: Differ = {
  name: "redocly diff",
  version,
  derived:
    "the highest `impact` among the `changes` of `--format json`, and `none` without any, after both documents were brought into one form, which spares it one cross, and their parameters into components: as they are, it takes one whose schema is written out for another.",
};

const gate: Differ = {
  name: "our gate",
  version: "",
  derived: "the highest rating among its changes. It is built on redocly diff.",
};

/** All fixtures in the order of the table, with their keys. */
export const all = Object.entries(fixtures).flatMap(([group, list]) =>
  list.map((fixture) => ({ key: keyOf(group, fixture), fixture, pair: pairOf(fixture) })),
);

/** What the differ says that the gate is built on, and the gate itself: one run gives both. */
export function ownColumns(): { columns: [Column, Column]; changes: Map<string, Change[]> } {
  const findings = redoclyFindings(all.map(({ pair }) => pair));
  const changes = new Map(
    all.map(({ key, pair }, index) => [key, changesFrom(pair, findings[index] ?? [])]),
  );
  const rawVerdicts = all.map(({ key }, index) => {
    const impacts = (findings[index] ?? []).map(({ impact }) => ({ rating: impact }));
    return [key, highest(impacts) ?? "none"] as const;
  });
  const verdicts = [...changes].map(([key, found]) => [key, highest(found) ?? "none"] as const);
  return {
    columns: [
      { differ: redocly, verdicts: new Map(rawVerdicts) },
      { differ: gate, verdicts: new Map(verdicts) },
    ],
    changes,
  };
}

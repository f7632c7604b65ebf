import type { Rating } from "../../src/change.ts";
import type { Fixture } from "../fixtures/index.ts";

/** How a differ rates a change; `compatible` when it does not tell minor from patch, `refuses` when it cannot read. */
export type Verdict = Rating | "none" | "compatible" | "refuses";

export interface Differ {
  name: string;
  version: string;
  /** How its verdict is derived from what it prints. */
  derived: string;
}

/** The verdicts of one differ by the name of the fixture, with its group. */
export type Verdicts = ReadonlyMap<string, Verdict>;

export interface Column {
  differ: Differ;
  verdicts: Verdicts;
}

/** The key of a fixture: names are unique within a group only. */
export function keyOf(group: string, { name }: Fixture): string {
  return `${group}: ${name}`;
}

/** The committed page: what each differ says of each change. */
export function writeTable(
  fixtures: Record<string, Fixture[]>,
  columns: readonly Column[],
): string {
  const head = ["Change", "Direction", "Right", ...columns.map(({ differ }) => differ.name)];
  const rows = Object.entries(fixtures).flatMap(([group, list]) =>
    list.map((fixture) => [
      keyOf(group, fixture),
      fixture.directions.join(", ") || "none",
      fixture.rating,
      ...columns.map(({ verdicts }) => cell(verdicts.get(keyOf(group, fixture)), fixture)),
    ]),
  );
  return `${[intro(rows.length, columns), totals(fixtures, columns), "## Changes", table(head, rows), limits(fixtures)].join("\n\n")}\n`;
}

/** The verdicts of a differ, read back from the page. */
export function readColumn(page: string, differ: string): Verdicts {
  const lines = page.split("\n").filter((line) => line.startsWith("| "));
  const head = lines.findIndex((line) => /^\| Change +\|/.test(line));
  const cells = (line = "") =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const column = cells(lines[head]).indexOf(differ);
  const rows = lines.slice(head + 2).map(cells);
  return new Map(
    rows.map((row) => [row[0] ?? "", (row[column] ?? "").replace("✗ ", "") as Verdict]),
  );
}

function cell(verdict: Verdict = "refuses", fixture: Fixture): string {
  return isRight(verdict, fixture) ? verdict : `✗ ${verdict}`;
}

function isRight(verdict: Verdict, { rating }: Fixture): boolean {
  return (
    verdict === rating || (verdict === "compatible" && (rating === "minor" || rating === "patch"))
  );
}

const order: Verdict[] = ["none", "patch", "compatible", "minor", "major"];

function totals(fixtures: Record<string, Fixture[]>, columns: readonly Column[]): string {
  const rows = columns.map(({ differ, verdicts }) => {
    const counts = { right: 0, breaking: 0, missed: 0, high: 0, low: 0, refused: 0 };
    for (const [group, list] of Object.entries(fixtures)) {
      for (const fixture of list) {
        const verdict = verdicts.get(keyOf(group, fixture)) ?? "refuses";
        if ((verdict === "major") === (fixture.rating === "major") && verdict !== "refuses")
          counts.breaking += 1;
        if (isRight(verdict, fixture)) counts.right += 1;
        else if (verdict === "refuses") counts.refused += 1;
        else if (order.indexOf(verdict) > order.indexOf(fixture.rating)) counts.high += 1;
        else if (fixture.rating === "major") counts.missed += 1;
        else counts.low += 1;
      }
    }
    const { right, breaking, missed, low, high, refused } = counts;
    return [
      `${differ.name} ${differ.version}`.trim(),
      right,
      breaking,
      missed,
      low,
      high,
      refused,
    ].map(String);
  });
  return `## Totals\n\n${table(["Differ", "Right", "Right whether it breaks", "Breaking, and not said", "Otherwise too low", "Too high", "Cannot read"], rows)}`;
}

function intro(count: number, columns: readonly Column[]): string {
  const notes = columns.map(
    ({ differ }) =>
      `- ${[`**${differ.name}**`, differ.version].join(" ").trim()}: ${differ.derived}`,
  );
  return `# What differs say of ${count} changes

Each row is a small change of the real bundle, written as a function in \`test/fixtures\` beside the reason for its
right rating. Right is what a program sees that was right before: \`major\` breaks it, \`minor\` gives it something,
\`patch\` is for people only, \`none\` is no change. A cross marks a verdict that is not that.

Written by \`pnpm --filter @getclickmedia/sms-api-changes differs\`, which needs Go and npm for the differs that are no
dependencies. The tests compute the columns of redocly diff and of our gate anew and compare them with this page.

How each verdict was derived:

${notes.join("\n")}`;
}

function limits(fixtures: Record<string, Fixture[]>): string {
  const items = Object.entries(fixtures).flatMap(([group, list]) =>
    list.flatMap((fixture) =>
      fixture.notClaimed ? [`- ${keyOf(group, fixture)}: ${fixture.notClaimed.because}`] : [],
    ),
  );
  return `## What our gate does not claim\n\n${items.join("\n")}`;
}

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

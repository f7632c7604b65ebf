import { type Change, ratings } from "./change.ts";
import { callsOf } from "./entry.ts";

/** The changes for a terminal, the highest rated first, with where each is and what it asks of a program. */
export function reportText(changes: readonly Change[]): string {
  const blocks = ratings.toReversed().flatMap((rating) => {
    const rated = changes.filter((change) => change.rating === rating);
    return rated.length === 0 ? [] : [`${rating} (${rated.length})`, ...rated.map(block)];
  });
  return blocks.map((each) => `${each}\n`).join("\n");
}

function block({ operations, directions, pointer, what, todo }: Change): string {
  const where = [callsOf(operations) || "all of the API", directions.join(", "), pointer];
  const lines = [where.filter(Boolean).join("  "), `  ${what}`, `  ${todo}`];
  return lines.map((line) => `  ${line.replaceAll("`", "")}`).join("\n");
}

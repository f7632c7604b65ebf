import { type SurfaceItem, type SurfaceReport, surfaceItems } from "./surface-items.ts";

/** What has been taken from a public API, and what has come to it. A changed line is both. */
export interface SurfaceChanges {
  removed: SurfaceItem[];
  added: SurfaceItem[];
  /** What a release with these changes has to be. */
  needs: "major" | "minor" | undefined;
}

/**
 * Compares two reports of a public API. What is removed or changed may break a program, and so may an argument that a
 * known function requires from now on; what is only added breaks none.
 *
 * Deliberately not claimed: whether a changed line breaks a program (it is taken to); whether a new field is required in
 * what a program passes in (the gate of the API's document sees that); the order of arguments that may be left out; and
 * what names from elsewhere stand for.
 */
export function surfaceChanges(before: SurfaceReport, after: SurfaceReport): SurfaceChanges {
  const old = surfaceItems(before);
  const now = surfaceItems(after);
  const removed = outermost(without(old, now));
  const added = outermost(without(now, old));
  const known = new Set(old.map(keyOf));
  const demands = added.some(
    ({ path }) =>
      path.at(-1)?.startsWith("required ") && known.has(keyOf({ path: path.slice(0, -1) })),
  );
  if (removed.length > 0 || demands) return { removed, added, needs: "major" };
  return { removed, added, needs: added.length > 0 ? "minor" : undefined };
}

function keyOf({ path }: SurfaceItem): string {
  return path.join("\n");
}

/** What a list has more often than another. */
function without(items: SurfaceItem[], others: SurfaceItem[]): SurfaceItem[] {
  const left = new Map<string, number>();
  for (const item of others) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(keyOf(item)) ?? 0;
    left.set(keyOf(item), count - 1);
    return count <= 0;
  });
}

/** Of a declaration that has changed as a whole only the declaration. */
function outermost(items: SurfaceItem[]): SurfaceItem[] {
  const keys = new Set(items.map(keyOf));
  return items.filter(
    ({ path }) => !path.some((_, end) => end > 0 && keys.has(keyOf({ path: path.slice(0, end) }))),
  );
}

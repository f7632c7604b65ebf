import { isDeepStrictEqual } from "node:util";
import type { Change } from "../change.ts";
import { isObject, type Json } from "../json.ts";
import type { Place } from "../places.ts";
import { together } from "../uses.ts";

/**
 * Compares the order of the items of `prefixItems`, where it is what counts. Redocly pairs the items of lists by how
 * alike they look, so that one that has moved is the same to it.
 */
export function tupleChanges(base: readonly Place[], head: readonly Place[]): Change[] {
  const before = new Map(base.map((place) => [place.path, itemsOf(place)]));
  const moved = head.filter((place) => isMoved(before.get(place.path) ?? [], itemsOf(place)));
  return [...Map.groupBy(moved, ({ pointer }) => pointer)].map(([pointer, places]) => ({
    rating: "major",
    rule: "prefix-items-moved",
    ...together(places),
    pointer: `${pointer}/prefixItems`,
    what: "Items of `prefixItems` are in another order.",
    todo: "Send and read them in the new order.",
  }));
}

function itemsOf({ value, names }: Place): Json[] {
  return !names && isObject(value) && Array.isArray(value.prefixItems) ? value.prefixItems : [];
}

function isMoved(before: Json[], after: Json[]): boolean {
  return before.some(
    (item, index) =>
      !isDeepStrictEqual(item, after[index]) && after.some((each) => isDeepStrictEqual(item, each)),
  );
}

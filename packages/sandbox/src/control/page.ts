import type { Page } from "../store/store.ts";
import type { ControlCall } from "./operation.ts";

/** The page that a call asks for, with one more than it asks for, which tells whether there are more. */
export function pageOf({ request }: ControlCall): Page {
  const { before, limit } = request.query;
  const row = Number(before ?? Number.MAX_SAFE_INTEGER);
  return { before: Number.isNaN(row) ? 0 : row, limit: Number(limit) + 1 };
}

/** The asked-for number of what was found, and where to go on. */
export function paged<Item>(
  found: Item[],
  { limit }: Page,
  rowOf: (item: Item) => number,
): { items: Item[]; next: string | null } {
  const items = found.slice(0, limit - 1);
  const last = items.at(-1);
  return { items, next: found.length === limit && last ? String(rowOf(last)) : null };
}

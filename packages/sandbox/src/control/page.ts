import type { Page } from "../store/store.ts";
import type { ControlCall } from "./operation.ts";

/** The page that a call asks for, with one more than it asks for, which tells whether there are more. */
export function pageOf({ request }: ControlCall): Page {
  const { before, limit } = request.query;
  const row = Number(before ?? Number.MAX_SAFE_INTEGER);
  return { before: Number.isNaN(row) ? 0 : row, limit: Number(limit) + 1 };
}

/** How much text one page shows at most, in characters, with one item more. */
const mostText = 2 ** 20;

/**
 * The asked-for number of what was found, and where to go on. A page of long texts is shorter.
 * @param lengthOf how long the text of an item is.
 */
export function paged<Item>(
  found: Item[],
  { limit }: Page,
  rowOf: (item: Item) => number,
  lengthOf: (item: Item) => number = () => 0,
): { items: Item[]; next: string | null } {
  let room = mostText;
  const items = found.slice(0, limit - 1).filter((item) => {
    const fits = room > 0;
    room -= lengthOf(item);
    return fits;
  });
  const last = items.at(-1);
  return { items, next: found.length > items.length && last ? String(rowOf(last)) : null };
}

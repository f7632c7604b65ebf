import { type Direction, directions } from "./change.ts";
import { keysOf } from "./json.ts";
import { type Place, rootDirections } from "./places.ts";

/** Which operations a place takes part in, and which way it travels there. */
export interface Uses {
  operations: string[];
  directions: Direction[];
}

/** Tells what uses the place that a pointer leads to, or the nearest place around it. */
export function usesOf(places: readonly Place[]): (pointer: string) => Uses {
  const byPointer = Map.groupBy(places, ({ pointer }) => pointer);

  /** A path or a webhook is no place of its own: what lies in it tells. */
  function around(pointer: string): Uses {
    const inside = places.filter((place) => place.pointer.startsWith(`${pointer}/`));
    const { operations } = together(inside);
    return { operations, directions: rootDirections(keysOf(pointer)[0]) };
  }

  return (pointer) => {
    const keys = pointer.split("/");
    for (let length = keys.length; length > 0; length--) {
      const found = byPointer.get(keys.slice(0, length).join("/"));
      if (found === undefined) continue;
      if (length === 1) return around(pointer);
      return together(found);
    }
    return around(pointer);
  };
}

/** All operations and directions of several places, each once. */
export function together(places: readonly Place[]): Uses {
  const operations = places.flatMap(({ operation }) => operation ?? []);
  return {
    operations: [...new Set(operations)],
    directions: directions.filter((way) => places.some((place) => place.directions.includes(way))),
  };
}

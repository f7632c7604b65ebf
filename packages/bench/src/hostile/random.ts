/** Choices that look random and are the same for the same seed. */
export interface Random {
  /** A number from 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, `below`. */
  integer(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
}

/** Every request has a source of its own, so that it stays the same whatever runs beside it. */
export function createRandom(seed: number, request: number): Random {
  let state = Math.imul(seed, 0x9e3779b9) ^ Math.imul(request + 1, 0x85ebca6b);
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return {
    next,
    integer,
    pick(items) {
      const [first] = items;
      if (first === undefined) throw new Error("There is nothing to pick from.");
      return items[integer(items.length)] ?? first;
    },
    chance: (percent) => next() * 100 < percent,
  };
}

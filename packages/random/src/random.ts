/** Draws that are the same for the same seed. */
export interface Random {
  /** A number from 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** @throws Error when there is nothing to pick from. */
  pick<Item>(items: readonly Item[]): Item;
  /** A text of `least` to `most` characters of an alphabet. */
  text(alphabet: readonly string[], least: number, most: number): string;
  /** Whether what has this probability happens. */
  chance(probability: number): boolean;
}

/** Mulberry32: small, fast, and random enough to choose cases by. */
export function createRandom(seed: number | string): Random {
  let state = typeof seed === "number" ? seed : hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const between = (least: number, most: number) => least + below(most - least + 1);
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error("There is nothing to pick from.");
    return items[below(items.length)] as Item;
  };
  return {
    next,
    below,
    between,
    pick,
    text: (alphabet, least, most) =>
      Array.from({ length: between(least, most) }, () => pick(alphabet)).join(""),
    chance: (probability) => next() < probability,
  };
}

function hashOf(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => Math.imul(sum, 31) + byte, 0);
}

/** Draws that are the same for the same seed. */
export interface Random {
  /** A number from 0 up to, and without, 1. */
  (): number;
  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  /** Whether what has this probability happens. */
  chance(probability: number): boolean;
}

/** Mulberry32: small, fast, and random enough to choose steps by. */
export function createRandom(seed: number | string): Random {
  let state = typeof seed === "number" ? seed : hashOf(seed);
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  return Object.assign(random, {
    below,
    chance: (probability: number) => random() < probability,
    oneOf<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error("There is nothing to choose from.");
      return items[below(items.length)] as Item;
    },
  });
}

function hashOf(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => Math.imul(sum, 31) + byte, 0);
}

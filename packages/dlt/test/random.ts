/** Draws the same values for the same seed (mulberry32). */
export interface Random {
  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number;
  pick<T>(values: readonly T[]): T;
  /** A text of characters of an alphabet. */
  text(alphabet: readonly string[], least: number, most: number): string;
}

export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(values: readonly T[]): T => values[integer(0, values.length - 1)] as T;
  const text = (alphabet: readonly string[], least: number, most: number) =>
    Array.from({ length: integer(least, most) }, () => pick(alphabet)).join("");
  return { integer, pick, text };
}

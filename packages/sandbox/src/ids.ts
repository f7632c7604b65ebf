import { createPermutation } from "./permutation.ts";

/** Writes the number of a stored row as a public id, and reads it back. */
export interface Ids {
  of(row: number): string;
  /** The row of an id; `undefined` for what is none. */
  rowOf(id: string): number | undefined;
}

/** As many values as five hexadecimal digits have. */
const half = 2 ** 20;

/**
 * Ids such as `gcm_msg_1a2b3c4d5e`. As the id says its row, no index has to find it, and the millionth
 * message is stored as fast as the first.
 * @param seed makes other ids out of the same rows.
 */
export function createIds(prefix: string, seed: number): Ids {
  const permutation = createPermutation(seed + checksum(prefix));
  return {
    of(row) {
      const value = permutation.apply(row);
      const high = Math.floor(value / half);
      // Numbers of up to 32 bits are written many times faster than longer ones.
      return prefix + fiveDigits(high) + fiveDigits(value - high * half);
    },
    rowOf(id) {
      const text = id.slice(prefix.length);
      if (!id.startsWith(prefix) || !/^[0-9a-f]{10}$/.test(text)) return undefined;
      return permutation.invert(Number.parseInt(text, 16));
    },
  };
}

function fiveDigits(value: number): string {
  return (half + value).toString(16).slice(1);
}

function checksum(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) | 0, 0);
}

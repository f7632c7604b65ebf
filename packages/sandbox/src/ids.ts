import { createPermutation } from "./permutation.ts";

/** Writes the number of a stored row as a public id, and reads it back. */
export interface Ids {
  of(row: number): string;
  /** The row of an id; `undefined` for what is none. */
  rowOf(id: string): number | undefined;
}

const digits = 10;

/**
 * Ids such as `gcm_msg_1a2b3c4d5e`. As the id says its row, no index has to find it, and the millionth
 * message is stored as fast as the first.
 * @param seed makes other ids out of the same rows.
 */
export function createIds(prefix: string, seed: number): Ids {
  const permutation = createPermutation(seed + checksum(prefix));
  return {
    of: (row) => prefix + permutation.apply(row).toString(16).padStart(digits, "0"),
    rowOf(id) {
      const text = id.slice(prefix.length);
      if (!id.startsWith(prefix) || !/^[0-9a-f]{10}$/.test(text)) return undefined;
      return permutation.invert(Number.parseInt(text, 16));
    },
  };
}

function checksum(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) | 0, 0);
}

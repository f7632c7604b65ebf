/** A one-to-one mapping of the whole numbers below 2^40 onto each other. */
export interface Permutation {
  apply(value: number): number;
  invert(value: number): number;
}

const half = 2 ** 20;
const rounds = 4;

/**
 * A Feistel network: numbers that follow each other become numbers that look drawn at random, no two are
 * the same, and the way back needs no table. It hides the count; it keeps no secret.
 */
export function createPermutation(seed: number): Permutation {
  const keys = Array.from({ length: rounds }, (_, round) => mix(seed + round * 0x9e3779b9));
  const reversed = keys.toReversed();
  const scramble = (value: number, key: number) => mix(value ^ key) & (half - 1);
  return {
    apply(value) {
      let left = Math.floor(value / half);
      let right = value % half;
      for (const key of keys) {
        const mixed = left ^ scramble(right, key);
        left = right;
        right = mixed;
      }
      return left * half + right;
    },
    invert(value) {
      let left = Math.floor(value / half);
      let right = value % half;
      for (const key of reversed) {
        const mixed = right ^ scramble(left, key);
        right = left;
        left = mixed;
      }
      return left * half + right;
    },
  };
}

/** Spreads every bit of a 32-bit number over all of them (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

import { createHash } from "node:crypto";

/** Numbers from 0 up to, and without, 1. */
export type Random = () => number;

/**
 * A source of numbers that look random and are the same for the same seed, on every machine: the n-th is
 * made of the first 32 bits of the SHA-256 of `<seed>:<n>`, which any language can do.
 */
export function createRandom(seed: string | number): Random {
  let drawn = 0;
  return () => {
    const digest = createHash("sha256").update(`${seed}:${drawn++}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  };
}

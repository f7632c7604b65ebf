/** Positions of a message, all of them in `from`..`to`. */
export interface PositionSet {
  from: number;
  to: number;
  /** 1 for each position that is in the set, beginning with `from`. */
  flags: Uint8Array;
}

/** With `from` after `to`, a set that nothing can be in. */
export function emptySet(from: number, to: number): PositionSet {
  return { from, to, flags: new Uint8Array(Math.max(0, to - from + 1)) };
}

export function singleton(at: number): PositionSet {
  return { from: at, to: at, flags: Uint8Array.of(1) };
}

export function has({ from, to, flags }: PositionSet, at: number): boolean {
  return at >= from && at <= to && flags[at - from] === 1;
}

export function add({ from, flags }: PositionSet, at: number): void {
  flags[at - from] = 1;
}

/** The first position from `at` on, or -1. */
export function firstFrom(set: PositionSet, at: number): number {
  const index = set.flags.indexOf(1, Math.max(0, at - set.from));
  return index < 0 ? -1 : index + set.from;
}

/** The last position up to `at`, or -1. */
export function lastUpTo(set: PositionSet, at: number): number {
  if (at < set.from) return -1;
  const index = set.flags.lastIndexOf(1, at - set.from);
  return index < 0 ? -1 : index + set.from;
}

import { compare, inc, parse, prerelease, valid } from "semver";
import { type Rating, ratings } from "./change.ts";

/** The version that a change of this rating makes of another, as 1.1.0 of 1.0.0. */
export function nextVersion(version: string, rating: Rating): string {
  const next = inc(release(version), rating);
  if (next === null) throw new Error(`${version} is no version: it needs three numbers, as 1.0.0.`);
  return next;
}

/** A version without what makes it a pre-release: 1.1.0-rc.1 is measured as the 1.1.0 that it leads to. */
export function release(version: string): string {
  const parsed = parse(version);
  if (parsed === null)
    throw new Error(`${version} is no version: it needs three numbers, as 1.0.0.`);
  return `${parsed.major}.${parsed.minor}.${parsed.patch}`;
}

export function isVersion(text: string): boolean {
  return valid(text) === text;
}

export function isPrerelease(version: string): boolean {
  return prerelease(version) !== null;
}

/**
 * Which part a version raises of the one before it, by exactly one, or nothing when it is none of the three next
 * versions. Larger steps leave numbers out that nobody has seen.
 */
export function stepOf(base: string, head: string): Rating | undefined {
  return ratings.find((rating) => nextVersion(base, rating) === release(head));
}

/** Below 0 when the first is the older one. A pre-release is older than what it leads to. */
export function order(a: string, b: string): number {
  release(a);
  release(b);
  return compare(a, b);
}

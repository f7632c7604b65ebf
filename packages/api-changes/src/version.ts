import { compare, prerelease, SemVer, valid } from "semver";
import { type Rating, ratings } from "./change.ts";

/** The version that a change of this rating makes of another, as 1.1.0 of 1.0.0. */
export function nextVersion(version: string, rating: Rating): string {
  return new SemVer(release(version)).inc(rating).version;
}

/** A version without what makes it a pre-release: 1.1.0-rc.1 is measured as the 1.1.0 that it leads to. */
export function release(version: string): string {
  refuseNoVersion(version);
  const { major, minor, patch } = new SemVer(version);
  return `${major}.${minor}.${patch}`;
}

/** A v before it and a build behind it are no part of a version here. */
export function isVersion(text: string): boolean {
  return valid(text) === text;
}

/** @throws Error for what is no version. */
export function refuseNoVersion(text: string): void {
  if (!isVersion(text)) throw new Error(`${text} is no version: it needs three numbers, as 1.0.0.`);
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

import { type Change, highest, type Rating, ratings } from "./change.ts";
import { specPackage } from "./change-files.ts";
import { isPrerelease, nextVersion, order, release, stepOf } from "./version.ts";

/** Whether the version fits the changes, and in one sentence why. */
export interface Verdict {
  fits: boolean;
  /** The highest rating among the changes, or nothing when there is none. */
  needed: Rating | undefined;
  text: string;
}

export interface VersionedChanges {
  /** The version of the last release. */
  base: string;
  /** The version that the changed document says it has. */
  head: string;
  changes: readonly Pick<Change, "rating">[];
  /** The highest bump among the change files that wait for the next release, or nothing. */
  pending?: Rating | undefined;
}

/**
 * Whether the version of a document fits what changed in it. While a change is worked on, the version is still that
 * of the last release, and change files say what it will be; afterwards the version itself has to fit.
 * @throws Error for a version that is none, and for two that are the wrong way round.
 */
export function verdictOf({ base, head, changes, pending }: VersionedChanges): Verdict {
  const needed = highest(changes);
  // Of a pre-release, what it leads to is measured; the release that it follows is the base.
  const [from, to] = [release(base), release(head)];
  if (order(base, head) > 0) {
    throw new Error(
      `The base is version ${base} and the head is ${head}, which is older. They are the wrong way round.`,
    );
  }
  const verdict = (fits: boolean, text: string): Verdict => ({ fits, needed, text });
  if (needed === undefined) return unchanged(from, to, verdict);
  const least = `${from} -> needs at least ${nextVersion(from, needed)}`;
  if (isPrerelease(base)) return verdict(true, `${base} is a pre-release, which promises nothing.`);
  if (from === to) return pendingVerdict();
  const step = stepOf(from, to);
  if (step === undefined) return verdict(false, notNext(from, head));
  if (isBelow(step, needed)) {
    return verdict(
      false,
      `${least}; info.version says ${head}. Raise it with \`pnpm release:version\`.`,
    );
  }
  const more = isBelow(needed, step) ? `, which is more than the ${needed} change needs` : "";
  return verdict(true, `${least}; info.version says ${head}${more}.`);

  function pendingVerdict(): Verdict {
    const says = `${least}; info.version says ${head}`;
    if (pending === undefined) {
      return verdict(
        false,
        `${says}, and no change file is pending. Add one with \`pnpm change ${specPackage} --bump ${needed}\`.`,
      );
    }
    const next = nextVersion(from, pending);
    return isBelow(pending, needed ?? "patch")
      ? verdict(
          false,
          `${says}, and change files raise it to ${next} only. Add one with \`pnpm change ${specPackage} --bump ${needed}\`.`,
        )
      : verdict(true, `${says}, and change files raise it to ${next}.`);
  }
}

function unchanged(
  from: string,
  to: string,
  verdict: (fits: boolean, text: string) => Verdict,
): Verdict {
  if (from === to) return verdict(true, `Nothing changed since ${from}.`);
  if (stepOf(from, to) === undefined) return verdict(false, notNext(from, to));
  // The SDKs have the same version, and may have changed alone.
  return verdict(
    true,
    `Nothing changed since ${from}; info.version says ${to}, as the packages may need.`,
  );
}

function notNext(from: string, head: string): string {
  const next = ratings.map((rating) => nextVersion(from, rating)).join(", ");
  return `info.version says ${head}, which does not follow ${from}. The next version is one of ${next}.`;
}

function isBelow(a: Rating, b: Rating): boolean {
  return ratings.indexOf(a) < ratings.indexOf(b);
}

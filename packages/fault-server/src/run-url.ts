import { baseUrl } from "@getclickmedia/sms-types";
import { OrderError } from "./order-error.ts";

/** What stands before the path of a request that comes from a followed redirect. */
export const followedPath = "/redirected";
/** The same, where every request is redirected to where it is. */
export const loopPath = "/redirect-loop";

/** The path of every base URL of the API. */
export const apiPath = new URL(baseUrl).pathname;

/** Where a request for a run is sent to. */
export interface RunTarget {
  runId: string;
  faults: string[];
  /** The path below the base URL, without its query. */
  path: string;
  followed: boolean;
  loop: boolean;
}

/**
 * The path of a base URL that orders faults for a run.
 * @throws OrderError when the id cannot stand in a URL.
 */
export function runPath(runId: string, faults: readonly string[]): string {
  if (!/^[\w.~-]{1,100}$/.test(runId) || faults.length === 0)
    throw new OrderError(
      "A run has an id of 1 to 100 letters, digits and - . _ ~, and at least one fault.",
    );
  return `/run/${runId}/${faults.join(",")}${apiPath}`;
}

/** Reads the path of a request; `undefined` when it is for no run. */
export function parseRunTarget(target: string): RunTarget | undefined {
  const [, id = "", faults = "", rest] = /^\/run\/([^/?]+)\/([^/?]+)(\/[^?]*)/.exec(target) ?? [];
  if (rest === undefined || (rest !== apiPath && !rest.startsWith(`${apiPath}/`))) return undefined;
  const path = rest.slice(apiPath.length);
  const prefix = [followedPath, loopPath].find((each) => path.startsWith(`${each}/`));
  return {
    runId: decoded(id),
    faults: decoded(faults).split(","),
    path: path.slice(prefix?.length ?? 0),
    followed: prefix !== undefined,
    loop: prefix === loopPath,
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new OrderError(`${JSON.stringify(segment)} is not percent-encoded as it should be.`);
  }
}

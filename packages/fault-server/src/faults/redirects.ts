import type { Answer } from "../answer.ts";
import type { Exchange } from "../exchange.ts";
import { followedPath, loopPath } from "../run-url.ts";
import { answered, type Fault } from "./fault.ts";

/** Redirects into the same run, so that a client that follows them is seen there. */
export const redirects = {
  ...redirectsWith(301),
  ...redirectsWith(302),
  ...redirectsWith(303),
  ...redirectsWith(307),
  ...redirectsWith(308),
  "redirect-loop": {
    description: "Redirects with 307 to an address that redirects to itself.",
    ...answered(({ runUrl, path }) => redirect(307, `${runUrl}${loopPath}${path}`)),
  },
} satisfies Record<string, Fault>;

function redirectsWith<Status extends number>(status: Status) {
  const here = ({ runUrl, path }: Exchange) => redirect(status, `${runUrl}${followedPath}${path}`);
  const elsewhere = ({ otherRunUrl, path }: Exchange) =>
    redirect(status, `${otherRunUrl}${followedPath}${path}`);
  return {
    [`redirect-${status}`]: {
      description: `Redirects with ${status} to another address of this server.`,
      ...answered(here),
    },
    [`redirect-${status}-elsewhere`]: {
      description: `Redirects with ${status} to another origin.`,
      ...answered(elsewhere),
    },
  } as Record<`redirect-${Status}` | `redirect-${Status}-elsewhere`, Fault>;
}

function redirect(status: number, location: string): Answer {
  return { status, headers: { location }, body: "" };
}

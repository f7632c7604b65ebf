import type { Fault, MakeFault } from "@getclickmedia/sms-request-validation";
import { requestsPerSecondOf } from "./plan.ts";
import { windowMs } from "./rate-limit.ts";
import type { Account } from "./registry.ts";

/** The 429 with what the client may know of its limit. */
export function rateLimitFault(
  fault: MakeFault,
  account: Account,
  retryAfter: number,
  why: string,
): Fault {
  const limit = requestsPerSecondOf(account);
  return fault(
    "RATE_LIMIT_EXCEEDED",
    `${why} Wait the seconds in Retry-After, then repeat the call.`,
    {
      headers: {
        "retry-after": String(retryAfter),
        ratelimit: `"${account.plan}";r=0;t=${retryAfter}`,
        "ratelimit-policy": `"${account.plan}";q=${limit};w=${windowMs / 1_000}`,
      },
    },
  );
}

import { endOfIndianDay, endOfNextYear } from "../iso-time.ts";
import type { Account } from "../registry.ts";

/** The last day on which an account's credits can be spent. That of one that renews moves on when it has passed. */
export function lastDayOf({ expiresAt, renews }: Account, now: number): string {
  return renews && endOfIndianDay(expiresAt) <= now ? endOfNextYear(now) : expiresAt;
}

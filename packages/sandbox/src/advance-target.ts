import { latestTime } from "./clock.ts";
import { isoMilliseconds } from "./iso-time.ts";

/** How far to move the clock, or to which time. */
export type Advance = { seconds: number } | { to: string };

/** The time that the clock is to be moved to, or a sentence that says why it cannot be. */
export function advanceTarget(now: number, advance: Advance): number | string {
  const isDistance = "seconds" in advance;
  const time = isDistance ? now + Math.round(advance.seconds * 1_000) : Date.parse(advance.to);
  const field = isDistance ? "seconds" : "to";
  if (Number.isNaN(time)) return `The field ${field} is no time that there is.`;
  if (time < now)
    return `The field ${field} is in the past: here it is ${isoMilliseconds(now)}, and the clock goes forward only.`;
  if (time > latestTime) return "The clock ends with the year 9999. Stop before.";
  return time;
}

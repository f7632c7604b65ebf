import { minuteOfDay, parseTime } from "./india-time.ts";
import type { DltRules } from "./rules.ts";

/** Whether promotional messages go out at a time, in milliseconds since 1970. Without hours, always. */
export function withinPromotionalHours(
  { promotionalHours }: Pick<DltRules, "promotionalHours">,
  timeMs: number,
): boolean {
  if (!promotionalHours) return true;
  const from = parseTime(promotionalHours.from);
  const to = parseTime(promotionalHours.to);
  const now = minuteOfDay(timeMs);
  const passesMidnight = to <= from;
  return passesMidnight ? now >= from || now < to : now >= from && now < to;
}

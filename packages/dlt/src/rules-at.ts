import { startOfDay } from "./india-time.ts";
import type { DltRules } from "./rules.ts";

/** The newest rules whose date has come at a time in milliseconds since 1970; before the first, none. */
export function rulesAt(rules: readonly DltRules[], timeMs: number): DltRules | undefined {
  let newest: DltRules | undefined;
  let since = Number.NEGATIVE_INFINITY;
  for (const each of rules) {
    const start = startOfDay(each.from);
    if (start <= timeMs && start > since) [newest, since] = [each, start];
  }
  return newest;
}

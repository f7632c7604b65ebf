import { startOfDay } from "./india-time.ts";
import type { DltRules } from "./rules.ts";

const starts = new WeakMap<DltRules, number>();

/** The newest rules whose date has come at a time in milliseconds since 1970; before the first, none. */
export function rulesAt(rules: readonly DltRules[], timeMs: number): DltRules | undefined {
  let newest: DltRules | undefined;
  let since = Number.NEGATIVE_INFINITY;
  for (const each of rules) {
    const start = startOf(each);
    if (start <= timeMs && start > since) [newest, since] = [each, start];
  }
  return newest;
}

/** When a set begins. It is read once, as every message asks for it. */
function startOf(rules: DltRules): number {
  const known = starts.get(rules);
  if (known !== undefined) return known;
  const start = startOfDay(rules.from);
  starts.set(rules, start);
  return start;
}

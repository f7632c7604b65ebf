import { type FaultName, faults, type TimedFaultName } from "./faults/index.ts";
import { OrderError } from "./order-error.ts";
import { runPath } from "./run-url.ts";

/**
 * A fault as it stands in a URL: its name, and for one that takes a time, if not the default, the seconds:
 * `reset-after-read`, `rate-limited`, `rate-limited-0.2s`.
 */
export type FaultOrder = FaultName | `${TimedFaultName}-${number}s`;

/** @throws OrderError when there is no such fault, or none that takes a time. */
export function parseFaultOrder(order: string): { name: FaultName; seconds: number } {
  if (isFaultName(order)) return { name: order, seconds: faults[order].seconds ?? 0 };
  const [, name = "", seconds] = /^(.+)-(\d{1,4}(?:\.\d{1,3})?)s$/.exec(order) ?? [];
  if (isFaultName(name) && faults[name].seconds !== undefined)
    return { name, seconds: Number(seconds) };
  throw new OrderError(
    `There is no fault ${JSON.stringify(order)}. GET /_control/faults lists them.`,
  );
}

/**
 * The path of the base URL by which a run orders its faults.
 * @throws OrderError when there is no such fault, or the id cannot stand in a URL.
 */
export function orderPath(runId: string, faults: readonly string[]): string {
  for (const fault of faults) parseFaultOrder(fault);
  return runPath(runId, faults);
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}

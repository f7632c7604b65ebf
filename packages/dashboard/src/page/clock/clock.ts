import { signal } from "@preact/signals";
import type { Control } from "../api/control.ts";

/** The sandbox's clock as it was read last, and when that was on the page's own. */
export type ClockReading = Control["Clock"] & { readAt: number };

export const clock = signal<ClockReading | undefined>(undefined);

/** What the sandbox's clock shows now, in milliseconds since 1970. */
export function timeNow({ now, speed, readAt }: ClockReading, at = performance.now()): number {
  return Date.parse(now) + (at - readAt) * speed;
}

/** How many real milliseconds a display of seconds may stand before it is wrong. */
export function tickInterval(speed: number): number {
  return Math.min(1000, Math.max(100, 1000 / speed));
}
